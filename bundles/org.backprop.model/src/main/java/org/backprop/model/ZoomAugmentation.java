package org.backprop.model;

import java.util.Optional;

/**
 * Enlarges or shrinks images around their centre by a factor uniform in a range; what comes in from outside is 0.
 *
 * @param low least factor
 * @param high greatest factor
 */
@SpecType(
        key = "zoom",
        doc = "Enlarges or shrinks images around their centre by a random factor.",
        source = "torchvision.transforms.RandomAffine(scale)")
public record ZoomAugmentation(
        @SpecParameter(doc = "Least factor; below 1 the image shrinks.", byDefault = "0.9", min = 0.01, max = 100)
        double low,

        @SpecParameter(doc = "Greatest factor.", byDefault = "1.1", min = 0.01, max = 100)
        double high)
        implements AugmentationSpec, SelfChecking {
    @Override
    public Optional<Inconsistency> inconsistency() {
        return low <= high
                ? Optional.empty()
                : Optional.of(new Inconsistency("low", "must not be greater than high, is " + Range.text(low)));
    }
}
