package org.backprop.views.gradients;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

import org.backprop.runlog.run.RunSnapshot;

/**
 * A quantity of the layers over time, ready to be drawn.
 *
 * @param quantity what it is
 * @param span the steps
 * @param range least and greatest values of the selected layer
 * @param layers a line for each layer that has one, in their order; of many layers some, the selected one among them
 * @param clipping the norm before and after clipping; of gradients that are clipped
 * @param fired steps at which something was clipped
 * @param low least place on the axis
 * @param high greatest place on the axis
 * @param omitted how many layers were left out
 */
public record Lines(
        Quantity quantity,
        Span span,
        Line range,
        List<Line> layers,
        List<Line> clipping,
        double[] fired,
        double low,
        double high,
        int omitted) {
    /** The most lines that can be told apart. */
    static final int MOST = 24;

    private static final int MOST_POINTS = 6000;
    private static final int LEAST_COLUMNS = 60;
    private static final int PIXELS_PER_MEAN = 3;

    /**
     * Projects a quantity.
     *
     * @param span the steps of the axis
     * @param seen those of them that are in sight
     */
    static Lines of(
            RunSnapshot run,
            List<LayerRow> rows,
            LayerRow selected,
            Quantity quantity,
            Span span,
            Span seen,
            int pixels) {
        List<LayerRow> recorded = rows.stream()
                .filter(row -> !run.scalar(quantity.tag(row.name())).isEmpty())
                .toList();
        List<LayerRow> drawn = some(recorded, selected);
        int columns = columns(drawn.size(), Math.max(1, pixels / PIXELS_PER_MEAN));
        List<Line> lines = new ArrayList<>();
        for (LayerRow row : drawn) {
            lines.add(
                    Line.means(row.name(), row.index(), run.scalar(quantity.tag(row.name())), quantity, seen, columns));
        }
        Line range =
                Line.of(Messages.series_range, -1, run.scalar(quantity.tag(selected.name())), quantity, seen, pixels);
        List<Line> clipping = new ArrayList<>();
        double[] fired = {};
        if (quantity == Quantity.GRADIENT_NORM) {
            Clips clips = Clips.of(run, selected.name(), seen);
            fired = clips.fired(seen, pixels);
            clipping.add(Line.means(Messages.series_before, -1, clips.before(), quantity, seen, columns));
            clipping.add(Line.means(Messages.series_after, -1, clips.after(), quantity, seen, columns));
        }
        return scaled(quantity, span, range, lines, clipping, fired, recorded.size() - drawn.size());
    }

    private static int columns(int lines, int pixels) {
        return Math.clamp(MOST_POINTS / Math.max(1L, lines), Math.min(LEAST_COLUMNS, pixels), pixels);
    }

    /** Evenly spread layers, with the first, the last and the selected one. */
    private static List<LayerRow> some(List<LayerRow> recorded, LayerRow selected) {
        if (recorded.size() <= MOST) {
            return recorded;
        }
        List<LayerRow> some = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            some.add(recorded.get((int) ((long) i * (recorded.size() - 1) / (MOST - 1))));
        }
        if (recorded.contains(selected) && !some.contains(selected)) {
            int at = (int)
                    some.stream().filter(row -> row.index() < selected.index()).count();
            some.add(at, selected);
        }
        return some;
    }

    private static Lines scaled(
            Quantity quantity,
            Span span,
            Line range,
            List<Line> lines,
            List<Line> clipping,
            double[] fired,
            int omitted) {
        DoubleSummaryStatistics places = new DoubleSummaryStatistics();
        lines.forEach(line -> line.addTo(places));
        clipping.forEach(line -> line.addTo(places));
        range.addTo(places);
        quantity.guide().ifPresent(guide -> places.accept(quantity.onAxis(guide)));
        if (quantity.isShare()) {
            places.accept(0);
        }
        double low = places.getCount() == 0 ? 0 : places.getMin();
        double high = places.getCount() == 0 ? 1 : places.getMax();
        List<Line> above = lines.stream().map(line -> line.above(low)).toList();
        List<Line> clippingAbove = clipping.stream()
                .filter(line -> !line.isEmpty())
                .map(line -> line.above(low))
                .toList();
        DoubleSummaryStatistics drawn = new DoubleSummaryStatistics();
        drawn.accept(low);
        above.forEach(line -> line.addTo(drawn));
        return new Lines(quantity, span, range.above(low), above, clippingAbove, fired, drawn.getMin(), high, omitted);
    }

    boolean isEmpty() {
        return layers.stream().allMatch(Line::isEmpty);
    }
}
