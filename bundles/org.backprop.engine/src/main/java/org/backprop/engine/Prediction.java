package org.backprop.engine;

import java.util.Collections;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a network says about one sample.
 *
 * @param label the class it takes the sample for; empty for a regression
 * @param outputs value by the name of the output: a probability for each class where the network gives some
 */
public record Prediction(Optional<String> label, SequencedMap<String, Float> outputs) {

    /** Makes the map one that cannot be changed. */
    public Prediction {
        outputs = Collections.unmodifiableSequencedMap(outputs);
    }
}
