package org.backprop.views.gradients;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.Recorded;
import org.backprop.views.charts.Histograms;

/** What the view shows as text that a spreadsheet understands: columns divided by tabs, tables divided by empty lines. */
public final class GradientsTable {
    private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private GradientsTable() {}

    /** The layers, and the lines, cells or distributions that are drawn. */
    public static String of(Shown shown) {
        StringBuilder text = new StringBuilder();
        addLayers(text, shown);
        shown.lines().ifPresent(lines -> addLines(text, lines));
        shown.grid().ifPresent(grid -> addCells(text, grid));
        shown.ridge().ifPresent(ridge -> addDistributions(text, shown, ridge.recorded()));
        return text.toString();
    }

    private static void addLayers(StringBuilder text, Shown shown) {
        text.append("layer\t");
        text.append(Arrays.stream(Quantity.values())
                .map(quantity -> quantity.prefix().replaceFirst("/$", ""))
                .collect(Collectors.joining("\t")));
        text.append("\tnon_finite_step\n");
        for (LayerRow row : shown.layers()) {
            text.append(row.name());
            for (Quantity quantity : Quantity.values()) {
                text.append('\t');
                row.value(quantity).ifPresent(value -> text.append((float) value));
            }
            text.append('\t');
            row.nonFinite().ifPresent(text::append);
            text.append('\n');
        }
        text.append('\n');
    }

    private static void addLines(StringBuilder text, Lines lines) {
        text.append("layer\tstep\t").append(lines.quantity().title()).append('\n');
        Stream.concat(lines.layers().stream(), lines.clipping().stream()).forEach(line -> {
            for (int i = 0; i < line.x().length; i++) {
                text.append(line.name()).append('\t').append((long) line.x()[i]).append('\t');
                text.append(lines.quantity().textAt(line.y()[i])).append('\n');
            }
        });
    }

    private static void addCells(StringBuilder text, HeatGrid grid) {
        text.append(grid.quantity().title());
        grid.layers().forEach(layer -> text.append('\t').append(layer.name()));
        text.append('\n');
        for (int column = 0; column < grid.columns(); column++) {
            text.append(grid.step(column));
            for (int row = 0; row < grid.rows(); row++) {
                float value = grid.value(column, row);
                text.append('\t').append(Float.isNaN(value) ? "" : Float.toString(value));
            }
            text.append('\n');
        }
    }

    private static void addDistributions(StringBuilder text, Shown shown, List<Recorded<Histogram>> recorded) {
        text.append(shown.wanted().distribution().title())
                .append('\t')
                .append(shown.selected().name());
        text.append("\nstep\tcount\tmean\tmin\t5 %\t25 %\t50 %\t75 %\t95 %\tmax\n");
        for (Recorded<Histogram> each : recorded) {
            Histogram histogram = each.value();
            text.append(each.step()).append('\t').append((long) histogram.count());
            text.append('\t').append((float) (histogram.sum() / histogram.count()));
            text.append('\t').append((float) histogram.min());
            for (double share : SHARES) {
                text.append('\t').append((float) Histograms.quantile(histogram, share));
            }
            text.append('\t').append((float) histogram.max()).append('\n');
        }
    }
}
