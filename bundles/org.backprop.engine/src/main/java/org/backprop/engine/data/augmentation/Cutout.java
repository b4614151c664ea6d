package org.backprop.engine.data.augmentation;

import org.backprop.model.CutoutAugmentation;

/** Blackens a square. */
record Cutout(CutoutAugmentation spec) implements Change {

    @Override
    public void apply(Specimen specimen, Work work) {
        if (!work.draws().chance((float) spec.probability())) {
            return;
        }
        Frame frame = specimen.frame();
        int top = work.draws().below(frame.rows()) - spec.size() / 2;
        int left = work.draws().below(frame.columns()) - spec.size() / 2;
        for (int row = Math.max(0, top); row < Math.min(frame.rows(), top + spec.size()); row++) {
            for (int column = Math.max(0, left); column < Math.min(frame.columns(), left + spec.size()); column++) {
                for (int channel = 0; channel < frame.channels(); channel++) {
                    specimen.values()[channel * frame.plane() + row * frame.columns() + column] =
                            frame.normalized(channel, 0);
                }
            }
        }
    }
}
