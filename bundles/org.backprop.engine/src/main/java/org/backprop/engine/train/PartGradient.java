package org.backprop.engine.train;

import java.io.Serializable;
import java.util.List;

/**
 * What a part of a batch contributes: sums that are added up over the parts, and divided by the weight and the number of
 * samples only then.
 *
 * @param batch loss and what else is told of the batch
 * @param gradient gradient of the part's loss times its weight, in the order of the flat vector; empty if the loss is not
 *     finite
 * @param statistics running statistics after the part times its samples; empty if the network has none
 */
public record PartGradient(BatchSums batch, float[] gradient, float[] statistics) implements Serializable {

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
                batch.plus(other.batch),
                finite ? Sums.add(gradient, other.gradient) : new float[0],
                Sums.add(statistics, other.statistics));
    }
}
