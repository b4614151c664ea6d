package org.backprop.engine.data.augmentation;

import org.backprop.model.MixupAugmentation;

/** Mixes a sample with another. */
record Mixup(MixupAugmentation spec, Partners partners) implements Change {

    @Override
    public void apply(Specimen specimen, Work work) {
        if (!work.draws().chance((float) spec.probability())) {
            return;
        }
        float lambda = Partners.beta(work.draws(), spec.alpha());
        Specimen other = work.take();
        partners.draw(other, work);
        float[] values = specimen.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = lambda * values[i] + (1 - lambda) * other.values()[i];
        }
        partners.mixTargets(specimen, other, lambda, work);
        work.release();
    }
}
