package org.backprop.model;

/** A random change of training samples, drawn anew in each epoch. Values are those before {@code normalize}. */
public sealed interface AugmentationSpec
        permits FlipAugmentation,
                RotateAugmentation,
                ShiftAugmentation,
                ZoomAugmentation,
                ShearAugmentation,
                CropAugmentation,
                BrightnessAugmentation,
                ContrastAugmentation,
                NoiseAugmentation,
                CutoutAugmentation,
                MixupAugmentation,
                CutmixAugmentation {

    /** Whether samples must be images, [rows, columns] or [channels, rows, columns]. */
    default boolean imagesOnly() {
        return true;
    }
}
