package org.backprop.engine;

import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a network says about one sample.
 *
 * @param label the class it takes the sample for; empty for a regression
 * @param outputs value by the name of the output: a probability for each class where the network gives some
 */
public record Prediction(Optional<String> label, SequencedMap<String, Float> outputs) {

    /** Wraps the map. */
    public Prediction {
        outputs = java.util.Collections.unmodifiableSequencedMap(outputs);
    }
}
