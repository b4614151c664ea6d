package org.backprop.engine.data.augmentation;

import org.backprop.model.NoiseAugmentation;

/** Adds noise to every value. */
record Noise(NoiseAugmentation spec) implements Change {

    @Override
    public void apply(Specimen specimen, Work work) {
        Frame frame = specimen.frame();
        float[] values = specimen.values();
        for (int i = 0; i < values.length; i++) {
            float unit = frame.scale().scale()[i / frame.plane()];
            values[i] += (float) spec.deviation() / unit * work.draws().bell();
        }
    }
}
