package org.backprop.views.dropout;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/**
 * The figures of one layer at a step.
 *
 * @param name name of the layer
 * @param kind what it drops
 * @param units units of a sample; 0 if no mask was recorded
 * @param keep nominal keep rate; NaN if it was not recorded
 * @param last share of the units that the step kept
 * @param actual share of the units that were kept in the masks in sight
 * @param drawn units in the masks in sight
 * @param band where 95 % of actual rates lie, if masks are drawn as they should be
 * @param neverDropped units that were kept in every mask of the run that was recorded
 * @param alwaysDropped units that were dropped in every one
 * @param chance the chance that there is any such unit
 * @param counted masks of the run that were counted
 */
public record LayerFacts(
        String name,
        LayerKind kind,
        int units,
        double keep,
        OptionalDouble last,
        OptionalDouble actual,
        long drawn,
        Optional<Binomial.Band> band,
        List<Integer> neverDropped,
        List<Integer> alwaysDropped,
        double chance,
        long counted) {
    static final String KEPT = "dropout_kept/";

    /**
     * The figures of a layer.
     *
     * @param columns its masks in sight, if any were recorded
     */
    static LayerFacts of(RunSnapshot run, String name, LayerKind kind, long step, Optional<MaskColumns> columns) {
        Rates rates = Rates.of(run, name, step);
        int units = columns.map(MaskColumns::units).orElse(0);
        long drawn = columns.map(masks -> masks.drawn(rates.since())).orElse(0L);
        OptionalDouble actual = drawn == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) columns.get().kept(rates.since()) / drawn);
        Optional<UnitCounts> counts = UnitCounts.of(run, name, step, units);
        long counted = counts.map(UnitCounts::drawn).orElse(0L);
        double chance =
                Binomial.any(rates.neverDropped(counted), units) + Binomial.any(rates.alwaysDropped(counted), units);
        return new LayerFacts(
                name,
                kind,
                units,
                rates.keep(),
                last(run.scalar(KEPT + name), step),
                actual,
                drawn,
                drawn == 0 || Double.isNaN(rates.rate())
                        ? Optional.empty()
                        : Optional.of(Binomial.band(drawn, rates.keep())),
                counts.map(UnitCounts::neverDropped).orElse(List.of()),
                counts.map(UnitCounts::alwaysDropped).orElse(List.of()),
                Math.min(1, chance),
                counted);
    }

    private static OptionalDouble last(Series series, long step) {
        int count = series.firstAtOrAfter(step + 1);
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(series.value(count - 1));
    }

    /** Whether the actual rate is where it should be; true if there is none. */
    public boolean asExpected() {
        return band.isEmpty() || actual.isEmpty() || band.get().contains(actual.getAsDouble());
    }

    /** Whether units are flagged that chance does not explain. */
    public boolean suspicious() {
        return !(neverDropped.isEmpty() && alwaysDropped.isEmpty()) && chance < 0.05;
    }

    /** Whether it is the same layer, whatever its figures: so the selection of a table stays. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LayerFacts that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
