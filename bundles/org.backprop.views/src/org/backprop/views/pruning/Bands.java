package org.backprop.views.pruning;

import java.util.List;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.Recorded;
import org.backprop.views.charts.Histograms;

/**
 * How the weights of a layer were distributed over time: quantiles of each recorded histogram.
 *
 * @param steps ascending
 * @param values a row for each of {@link #SHARES}, of the length of {@code steps}
 * @param logarithmic whether these are magnitudes of the weights that are not 0, to be drawn on a logarithmic scale
 */
public record Bands(double[] steps, double[][] values, boolean logarithmic) {
    /** The quantiles: the least, 5, 25, 50, 75, 95 % and the greatest. */
    public static final List<Double> SHARES = List.of(0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0);

    /**
     * Projects histograms.
     *
     * @param first the first step
     * @param last the last step
     * @param most so many histograms at most are taken, at least 2
     */
    public static Bands of(List<Recorded<Histogram>> recorded, long first, long last, int most, boolean logarithmic) {
        List<Recorded<Histogram>> range = recorded.stream()
                .filter(each -> each.step() >= first
                        && each.step() <= last
                        && each.value().count() > 0)
                .toList();
        int size = Math.min(range.size(), most);
        double[] steps = new double[size];
        double[][] values = new double[SHARES.size()][size];
        for (int i = 0; i < size; i++) {
            Recorded<Histogram> taken = range.get(size == 1 ? 0 : (int) ((long) i * (range.size() - 1) / (size - 1)));
            Histogram histogram = logarithmic ? positive(taken.value()) : taken.value();
            steps[i] = taken.step();
            for (int k = 0; k < SHARES.size(); k++) {
                values[k][i] = Histograms.quantile(histogram, SHARES.get(k));
            }
        }
        return new Bands(steps, values, logarithmic);
    }

    /** Magnitudes without the bucket of zeros. */
    private static Histogram positive(Histogram histogram) {
        Histogram magnitudes = Histograms.magnitudes(histogram);
        int zeros = magnitudes.buckets() > 0 && magnitudes.limit(0) <= 0 ? 1 : 0;
        double[] limits = new double[magnitudes.buckets() - zeros];
        double[] counts = new double[limits.length];
        double sum = 0;
        for (int i = 0; i < limits.length; i++) {
            limits[i] = magnitudes.limit(i + zeros);
            counts[i] = magnitudes.count(i + zeros);
            sum += counts[i];
        }
        double least = limits.length == 0 ? 0 : zeros == 0 ? magnitudes.min() : limits[0];
        return new Histogram(least, magnitudes.max(), sum, magnitudes.sum(), magnitudes.sumOfSquares(), limits, counts);
    }

    boolean isEmpty() {
        return steps.length == 0;
    }
}
