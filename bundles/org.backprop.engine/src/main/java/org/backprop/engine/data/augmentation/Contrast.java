package org.backprop.engine.data.augmentation;

import org.backprop.model.ContrastAugmentation;

/** Multiplies the distance of an image's values from their mean by a random factor. */
record Contrast(ContrastAugmentation spec) implements Change {

    @Override
    public void apply(Specimen specimen, Work work) {
        float factor = Brightness.factor(work, (float) spec.amount());
        Frame frame = specimen.frame();
        float mean = mean(specimen);
        for (int channel = 0; channel < frame.channels(); channel++) {
            Brightness.stretch(specimen, channel, frame.normalized(channel, mean), factor);
        }
    }

    /** The mean of all values before normalizing. */
    private static float mean(Specimen specimen) {
        Frame frame = specimen.frame();
        float sum = 0;
        for (int channel = 0; channel < frame.channels(); channel++) {
            float values = 0;
            for (int i = channel * frame.plane(); i < (channel + 1) * frame.plane(); i++) {
                values += specimen.values()[i];
            }
            sum += frame.original(channel, values / frame.plane());
        }
        return sum / frame.channels();
    }
}
