package org.backprop.views.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

import org.backprop.runlog.diagnosis.Evidence;
import org.backprop.runlog.diagnosis.Finding;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.FinitePoints;
import org.backprop.runlog.series.Series;

/**
 * The curves that show a fault, reduced to the pixels of a plot.
 *
 * @param lines the curves, the decisive one first
 * @param threshold the value beyond which the first one is at fault
 * @param since first step with the fault
 */
public record EvidencePlot(List<Line> lines, OptionalDouble threshold, long since) {
    /** A plot without anything. */
    public static final EvidencePlot NONE = new EvidencePlot(List.of(), OptionalDouble.empty(), 0);

    /** Greatest relative to least value from which on a logarithmic scale shows more. */
    private static final double DECADES = 10;

    /**
     * A curve; values that are not finite are left out.
     *
     * @param tag its tag
     * @param x steps
     * @param y values
     */
    public record Line(String tag, double[] x, double[] y) {}

    /**
     * Projects the evidence of a finding.
     *
     * @param pixels width of the plot area, at least 1
     */
    public static EvidencePlot of(RunSnapshot run, Finding finding, int pixels) {
        if (finding.evidence().isEmpty()) {
            return NONE;
        }
        Evidence decisive = finding.evidence().getFirst();
        List<Line> lines = new ArrayList<>();
        for (Evidence evidence : finding.evidence()) {
            Series series = run.scalar(evidence.tag());
            if (!series.isEmpty() && quantity(evidence.tag()).equals(quantity(decisive.tag()))) {
                lines.add(line(evidence.tag(), series, pixels));
            }
        }
        return new EvidencePlot(lines, decisive.threshold(), finding.firstStep());
    }

    /** What curves share that can be drawn on one axis: {@code loss}, or {@code norm} of gradient and weights. */
    private static String quantity(String tag) {
        String first = tag.substring(0, Math.max(0, tag.indexOf('/')));
        return first.endsWith("_norm") ? "norm" : first;
    }

    private static Line line(String tag, Series series, int pixels) {
        FinitePoints points = FinitePoints.of(series, pixels, (step, time) -> step);
        return new Line(tag, points.x(), points.y());
    }

    boolean isEmpty() {
        return lines.isEmpty() || lines.getFirst().x().length == 0;
    }

    double first() {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.x()))
                .min()
                .orElse(0);
    }

    double last() {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.x()))
                .max()
                .orElse(1);
    }

    double least() {
        return values().min().orElse(0);
    }

    double greatest() {
        return values().max().orElse(1);
    }

    private DoubleStream values() {
        return DoubleStream.concat(lines.stream().flatMapToDouble(line -> Arrays.stream(line.y())), threshold.stream());
    }

    /** Whether its values are positive and lie decades apart. */
    boolean isLogarithmic() {
        return least() > 0 && greatest() > DECADES * least();
    }
}
