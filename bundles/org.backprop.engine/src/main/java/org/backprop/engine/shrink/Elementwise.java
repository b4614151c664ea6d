package org.backprop.engine.shrink;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sum or the product of values of one shape. Their units with the same number can only go together.
 *
 * @param product whether it is the product: then a constant 0 is enough for a constant output
 */
record Elementwise(boolean product) implements LayerRule {

    @Override
    public void markConstants(Site site) {
        IntStream.range(0, site.output().count())
                .filter(unit -> site.inputs().stream().allMatch(input -> input.isConstant(unit)) || isZero(site, unit))
                .forEach(site.output()::setConstant);
    }

    private boolean isZero(Site site, int unit) {
        return product && site.inputs().stream().anyMatch(input -> input.isConstant(unit) && input.value(unit) == 0);
    }

    @Override
    public void markUsed(Site site) {
        IntStream.range(0, site.output().count())
                .filter(unit -> site.output().isUsed(unit) && !isZero(site, unit))
                .forEach(unit -> site.inputs().forEach(input -> input.use(unit)));
    }

    @Override
    public void keep(Site site) {
        List<Units> all =
                Stream.concat(site.inputs().stream(), Stream.of(site.output())).toList();
        for (int i = 0; i < site.output().count(); i++) {
            int unit = i;
            String together = site.name() + " takes it together with a unit that is alive";
            all.stream()
                    .filter(units -> units.isKept(unit))
                    .findFirst()
                    .map(units -> units.reason(unit, together))
                    .ifPresent(why -> all.forEach(units -> units.keep(unit, why)));
        }
    }

    @Override
    public Remainder remainder(Site site) {
        return new Remainder(site.layer().spec(), List.of());
    }
}
