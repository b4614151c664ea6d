package org.backprop.views.gradients;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.Recorded;
import org.backprop.views.charts.Histograms;

/**
 * Distributions of one layer over time (a ridgeline or joy plot), oldest first. Each is scaled to its own peak; where
 * very many values are 0, their peak is cut off.
 *
 * @param recorded what is drawn
 * @param low least value on the axis
 * @param high greatest value on the axis
 * @param heights a row for each distribution: density of equal parts of the axis, 0 to 1
 */
public record Ridge(List<Recorded<Histogram>> recorded, double low, double high, float[][] heights) {
    /** Times the peak elsewhere, from which on the values at 0 are cut off. */
    private static final double SPIKE = 3;
    /** Share of the values on either side that the axis leaves out. */
    private static final double TAIL = 0.02;

    /**
     * Projects distributions.
     *
     * @param most how many are drawn at most, at least 1
     * @param bins parts of the axis, at least 1
     */
    static Ridge of(List<Recorded<Histogram>> all, Span span, int most, int bins) {
        List<Recorded<Histogram>> range = all.stream()
                .filter(each -> span.contains(each.step()) && each.value().count() > 0)
                .toList();
        int size = Math.min(range.size(), most);
        List<Recorded<Histogram>> taken = IntStream.range(0, size)
                .mapToObj(i -> range.get(range.size() - 1 - (int) ((long) i * range.size() / size)))
                .toList()
                .reversed();
        double low = 0;
        double high = 0;
        for (Recorded<Histogram> each : taken) {
            low = Math.min(low, Histograms.quantile(each.value(), TAIL));
            high = Math.max(high, Histograms.quantile(each.value(), 1 - TAIL));
        }
        if (!(high > low)) {
            low -= 1;
            high += 1;
        }
        float[][] heights = new float[size][];
        for (int i = 0; i < size; i++) {
            heights[i] = heights(taken.get(i).value(), low, high, bins);
        }
        return new Ridge(taken, low, high, heights);
    }

    private static float[] heights(Histogram histogram, double low, double high, int bins) {
        double width = (high - low) / bins;
        float[] heights = new float[bins];
        double[] density = density(histogram, low, width, bins);
        int zero = (int) Math.clamp(-low / width, 0, bins - 1);
        double peak = 0;
        double greatest = 0;
        for (int i = 0; i < bins; i++) {
            greatest = Math.max(greatest, density[i]);
            peak = Math.abs(i - zero) <= 1 ? peak : Math.max(peak, density[i]);
        }
        peak = greatest > SPIKE * peak ? peak : greatest;
        for (int i = 0; i < bins; i++) {
            heights[i] = (float) (peak == 0 ? Math.min(1, density[i]) : Math.min(1, density[i] / peak));
        }
        return heights;
    }

    /** The number of values in each bin, those of a bucket spread evenly over it. */
    private static double[] density(Histogram histogram, double low, double width, int bins) {
        double[] density = new double[bins];
        for (int i = 0; i < histogram.buckets(); i++) {
            double begin = (Histograms.begin(histogram, i) - low) / width;
            double end = (histogram.limit(i) - low) / width;
            int first = (int) Math.clamp(Math.floor(begin), 0, bins);
            int last = (int) Math.clamp(Math.floor(end), -1, bins - 1);
            for (int bin = first; bin <= last; bin++) {
                double part = Math.min(end, bin + 1.0) - Math.max(begin, bin);
                density[bin] += histogram.count(i) * (end > begin ? Math.max(0, part) / (end - begin) : 1);
            }
        }
        return density;
    }

    boolean isEmpty() {
        return recorded.isEmpty();
    }
}
