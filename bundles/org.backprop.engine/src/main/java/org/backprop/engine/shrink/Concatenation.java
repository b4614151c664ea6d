package org.backprop.engine.shrink;

import java.util.List;

/** Values one after the other: each output is one unit of one input. */
record Concatenation() implements LayerRule {

    /** What is done with an output and the unit of the input that it is. */
    @FunctionalInterface
    private interface Pair {
        void visit(int output, Units input, int unit);
    }

    private static void each(Site site, Pair pair) {
        int output = 0;
        for (Units input : site.inputs()) {
            for (int unit = 0; unit < input.count(); unit++) {
                pair.visit(output++, input, unit);
            }
        }
    }

    @Override
    public void markConstants(Site site) {
        each(site, (output, input, unit) -> {
            if (input.isConstant(unit)) {
                site.output().setConstant(output);
            }
        });
    }

    @Override
    public void markUsed(Site site) {
        each(site, (output, input, unit) -> {
            if (site.output().isUsed(output)) {
                input.use(unit);
            }
        });
    }

    @Override
    public void keep(Site site) {
        String together = "goes with a unit of " + site.name() + " that is alive";
        each(site, (output, input, unit) -> {
            if (site.output().isKept(output)) {
                input.keep(unit, site.output().reason(output, together));
            } else if (input.isKept(unit)) {
                site.output().keep(output, input.reason(unit, together));
            }
        });
    }

    @Override
    public Remainder remainder(Site site) {
        return new Remainder(site.layer().spec(), List.of());
    }
}
