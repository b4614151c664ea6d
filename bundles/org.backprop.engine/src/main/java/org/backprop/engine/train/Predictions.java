package org.backprop.engine.train;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.network.Network;
import org.backprop.model.BceLoss;
import org.backprop.model.LossSpec;

/** What a network says about samples: probabilities where its outputs stand for some, else its outputs. */
public final class Predictions {

    private final Network network;
    private final LossSpec loss;

    /**
     * Predictions of a network.
     *
     * @param loss what it was trained with, which tells what its outputs are
     */
    public Predictions(Network network, LossSpec loss) {
        this.network = network;
        this.loss = loss;
    }

    /** The predictions, {@link Network#outputs} values for each sample. */
    public float[] of(float[] features) {
        float[] outputs = network.predict(features);
        OutputSpace.of(loss).open(outputs, network.outputs());
        return outputs;
    }

    /** Whether the predictions are probabilities. */
    public boolean areProbabilities() {
        return OutputSpace.of(loss) != OutputSpace.VALUES || loss instanceof BceLoss;
    }

    /** Whether each sample is of one class, which {@link #best} tells. */
    public boolean tellOneClass() {
        return network.tellsClasses() && (network.outputs() > 1 || loss.tellsTwoApart());
    }

    /**
     * The names of the classes, numbers where the data has none; empty if the samples are not each of one class.
     *
     * @param known what the data calls them
     */
    public List<String> classes(List<String> known) {
        return tellOneClass()
                ? IntStream.range(0, Math.max(2, network.outputs()))
                        .mapToObj(i -> i < known.size() ? known.get(i) : Integer.toString(i))
                        .toList()
                : List.of();
    }

    /** The class of a sample, from the predictions of all. */
    public int best(float[] predictions, int sample) {
        int columns = network.outputs();
        if (columns == 1) {
            double least = OutputSpace.of(loss) == OutputSpace.BINARY_LOGITS ? 0.5 : loss.threshold();
            return predictions[sample] > least ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < columns; i++) {
            best = predictions[sample * columns + i] > predictions[sample * columns + best] ? i : best;
        }
        return best;
    }
}
