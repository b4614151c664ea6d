package org.backprop.engine.shrink;

import java.util.List;

/**
 * A layer whose inputs and outputs all stay.
 *
 * @param why for the user: what the layer does with its units, such as "takes the mean over all of its inputs"
 */
record Barrier(String why) implements LayerRule {

    @Override
    public void markConstants(Site site) {}

    @Override
    public void markUsed(Site site) {
        site.inputs().forEach(Units::useAll);
    }

    @Override
    public void keep(Site site) {
        String reason = site.name() + " " + why;
        site.inputs().forEach(units -> units.keepAll(reason));
        site.output().keepAll(reason);
    }

    @Override
    public Remainder remainder(Site site) {
        return new Remainder(site.layer().spec(), List.copyOf(site.tensors().values()));
    }
}
