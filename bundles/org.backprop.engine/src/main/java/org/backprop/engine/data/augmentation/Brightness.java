package org.backprop.engine.data.augmentation;

import org.backprop.model.BrightnessAugmentation;

/** Multiplies images by a random factor. */
record Brightness(BrightnessAugmentation spec) implements Change {

    @Override
    public void apply(Specimen specimen, Work work) {
        float factor = factor(work, (float) spec.amount());
        Frame frame = specimen.frame();
        for (int channel = 0; channel < frame.channels(); channel++) {
            stretch(specimen, channel, frame.normalized(channel, 0), factor);
        }
    }

    /** Uniform in [max(0, 1 - amount), 1 + amount]. */
    static float factor(Work work, float amount) {
        return work.draws().uniform(Math.max(0, 1 - amount), 1 + amount);
    }

    /** Multiplies the distance of a channel's values from a fixed one. */
    static void stretch(Specimen specimen, int channel, float fixed, float factor) {
        float[] values = specimen.values();
        int plane = specimen.frame().plane();
        for (int i = channel * plane; i < (channel + 1) * plane; i++) {
            values[i] = fixed + factor * (values[i] - fixed);
        }
    }
}
