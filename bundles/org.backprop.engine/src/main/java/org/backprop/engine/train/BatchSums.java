package org.backprop.engine.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a part of a batch contributes to what is told of the batch, beside its gradient: sums that are added up over the parts.
 *
 * @param weight what the loss is a mean over: the number of samples, or the sum of the weights of their classes
 * @param samples number of samples
 * @param loss loss of the part times its weight
 * @param correct number of correctly classified samples
 * @param kept units that each layer with dropout kept
 * @param drawn of so many
 * @param activations what each watched layer's activations were like; empty if nobody asked
 */
public record BatchSums(
        double weight,
        int samples,
        double loss,
        int correct,
        int[] kept,
        int[] drawn,
        List<ActivationCounts> activations)
        implements Serializable {

    /** The mean loss; 0 where no sample counts. */
    double meanLoss() {
        return weight == 0 ? 0 : loss / weight;
    }

    /** The same with a penalty added to the mean loss. */
    BatchSums plusPenalty(double penalty) {
        return new BatchSums(weight, samples, loss + penalty * weight, correct, kept, drawn, activations);
    }

    BatchSums plus(BatchSums other) {
        return new BatchSums(
                weight + other.weight,
                samples + other.samples,
                loss + other.loss,
                correct + other.correct,
                Sums.add(kept, other.kept),
                Sums.add(drawn, other.drawn),
                add(activations, other.activations));
    }

    private static List<ActivationCounts> add(List<ActivationCounts> counts, List<ActivationCounts> others) {
        List<ActivationCounts> sums = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            sums.add(counts.get(i).plus(others.get(i)));
        }
        return sums;
    }
}
