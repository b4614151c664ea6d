package org.backprop.views.dropout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often one unit was kept.
 *
 * @param layer name of the layer
 * @param unit number of the unit, from 0
 * @param kept masks that kept it
 * @param drawn all masks that were counted
 * @param deviation standard deviations that {@code kept} is above what the rate says
 * @param chance the chance that a unit deviates as much, either way
 */
public record UnitRow(String layer, int unit, long kept, long drawn, double deviation, double chance) {
    /** The most rows; those with the greatest deviations are taken. */
    static final int MOST = 200;

    /** The units of a layer that deviate most. */
    static List<UnitRow> of(LayerFacts layer, UnitCounts counts) {
        List<UnitRow> rows = new ArrayList<>();
        for (int unit = 0; unit < counts.kept().length; unit++) {
            double deviation = counts.deviation(unit, layer.keep());
            rows.add(new UnitRow(
                    layer.name(), unit, counts.kept()[unit], counts.drawn(), deviation, Binomial.beyond(deviation)));
        }
        return most(rows);
    }

    /** The rows that deviate most. */
    static List<UnitRow> most(List<UnitRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingDouble((UnitRow row) -> -Math.abs(row.deviation())))
                .limit(MOST)
                .toList();
    }

    /** Whether it was never or always dropped. */
    public boolean stuck() {
        return kept == 0 || kept == drawn;
    }

    /** Whether it is the same unit, whatever its figures: so the selection of a table stays. */
    @Override
    public boolean equals(Object other) {
        return other instanceof UnitRow that && layer.equals(that.layer) && unit == that.unit;
    }

    @Override
    public int hashCode() {
        return 31 * layer.hashCode() + unit;
    }
}
