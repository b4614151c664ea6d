package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * Draws with replacement: each sample of an epoch is drawn with a probability in proportion to its weight.
 *
 * @param by what the weight of a sample is
 * @param classWeights relative frequency of each class, for {@code class_balance}; equal if empty
 */
@SpecType(
        key = "weighted",
        doc = "Samples drawn with replacement, in proportion to weights, such as to balance the classes.",
        source = "torch.utils.data.WeightedRandomSampler")
public record WeightedOrder(
        @SpecParameter(doc = "What the weight of a sample is.", byDefault = "class_balance", main = true)
        SampleWeight by,

        @SpecParameter(
                doc = "How often each class is drawn relative to the others; by default equally.",
                byDefault = "",
                min = 0)
        List<Double> classWeights)
        implements OrderSpec, SelfChecking {

    /** Copies the list. */
    public WeightedOrder {
        classWeights = List.copyOf(classWeights);
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        if (classWeights.isEmpty()) {
            return Optional.empty();
        }
        return by != SampleWeight.CLASS_BALANCE
                ? Optional.of(new Inconsistency("class_weights", "is for by: class_balance only: remove it"))
                : classWeights.stream().allMatch(weight -> weight == 0)
                        ? Optional.of(new Inconsistency("class_weights", "must not be all 0"))
                        : Optional.empty();
    }
}
