package org.backprop.engine.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a part of a batch contributes: sums that are added up over the parts, and divided by {@link #weight} and {@link
 * #samples} only then.
 *
 * @param weight what the loss is a mean over: the number of samples, or the sum of the weights of their classes
 * @param samples number of samples
 * @param loss loss of the part times its weight
 * @param correct number of correctly classified samples
 * @param gradient gradient of the part's loss times its weight, in the order of the flat vector; empty if the loss is not
 *     finite
 * @param statistics running statistics after the part times its samples; empty if the network has none
 * @param kept units that each layer with dropout kept
 * @param drawn of so many
 * @param activations what each watched layer's activations were like; empty if nobody asked
 */
public record PartGradient(
        double weight,
        int samples,
        double loss,
        int correct,
        float[] gradient,
        float[] statistics,
        int[] kept,
        int[] drawn,
        List<ActivationCounts> activations)
        implements Serializable {

    /**
     * The sum of some parts, in the order in which they are given: floating-point sums depend on it.
     *
     * @param parts at least one; the arrays of the first are overwritten
     */
    public static PartGradient sum(List<PartGradient> parts) {
        return parts.stream().reduce(PartGradient::plus).orElseThrow();
    }

    private PartGradient plus(PartGradient other) {
        boolean finite = gradient.length == other.gradient.length;
        return new PartGradient(
                weight + other.weight,
                samples + other.samples,
                loss + other.loss,
                correct + other.correct,
                finite ? add(gradient, other.gradient) : new float[0],
                add(statistics, other.statistics),
                add(kept, other.kept),
                add(drawn, other.drawn),
                add(activations, other.activations));
    }

    private static float[] add(float[] to, float[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
        return to;
    }

    private static int[] add(int[] to, int[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
        return to;
    }

    private static List<ActivationCounts> add(List<ActivationCounts> counts, List<ActivationCounts> others) {
        List<ActivationCounts> sums = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            sums.add(counts.get(i).plus(others.get(i)));
        }
        return sums;
    }
}
