package org.backprop.engine.data.augmentation;

import org.backprop.model.CutmixAugmentation;

/** Puts a rectangle of another image in the place of the same rectangle. */
record Cutmix(CutmixAugmentation spec, Partners partners) implements Change {

    @Override
    public void apply(Specimen specimen, Work work) {
        if (!work.draws().chance((float) spec.probability())) {
            return;
        }
        Frame frame = specimen.frame();
        float side = (float) Math.sqrt(1 - Partners.beta(work.draws(), spec.alpha()));
        int height = (int) (frame.rows() * side);
        int width = (int) (frame.columns() * side);
        int top = work.draws().below(frame.rows()) - height / 2;
        int left = work.draws().below(frame.columns()) - width / 2;
        int bottom = Math.min(frame.rows(), top + height);
        int right = Math.min(frame.columns(), left + width);
        int firstRow = Math.max(0, top);
        int firstColumn = Math.max(0, left);
        Specimen other = work.take();
        partners.draw(other, work);
        for (int line = 0; line < frame.channels() * frame.rows(); line++) {
            int row = line % frame.rows();
            if (row >= firstRow && row < bottom) {
                int at = line * frame.columns() + firstColumn;
                System.arraycopy(other.values(), at, specimen.values(), at, right - firstColumn);
            }
        }
        float area = (float) (bottom - firstRow) * (right - firstColumn);
        partners.mixTargets(specimen, other, 1 - area / frame.plane(), work);
        work.release();
    }
}
