package org.backprop.runlog.series;

/** Reduces a series to what a plot of a given width can show. */
public final class Downsampler {
    private Downsampler() {}

    /**
     * Least and greatest value of each pixel column, in the order in which they occurred, so that no peak is lost.
     *
     * <p>The range is divided into {@code pixels} columns of equal numbers of steps. A column gives at most two points. One
     * point on each side of the range is kept too, so that the line runs to the edges. NaN is left out, unless a whole column
     * is NaN: then the column gives one NaN point, a gap in the line.
     *
     * @param from first step of the range, inclusive
     * @param to last step of the range, inclusive
     * @param pixels columns, at least 1
     * @return at most {@code 2 * pixels + 2} points
     * @throws IllegalArgumentException if {@code pixels < 1} or {@code from > to}
     */
    public static Series minMax(Series series, long from, long to, int pixels) {
        if (pixels < 1 || from > to) {
            throw new IllegalArgumentException("from " + from + " to " + to + " in " + pixels + " pixels");
        }
        int first = series.firstAtOrAfter(from);
        int end = to == Long.MAX_VALUE ? series.size() : series.firstAtOrAfter(to + 1);
        SeriesBuilder reduced = new SeriesBuilder();
        copy(series, first - 1, reduced);
        if (end - first <= 2L * pixels) {
            for (int i = first; i < end; i++) {
                copy(series, i, reduced);
            }
        } else {
            reduce(series, first, end, new Columns(from, to, pixels), reduced);
        }
        copy(series, end, reduced);
        return reduced.series();
    }

    private static void reduce(Series series, int first, int end, Columns columns, SeriesBuilder reduced) {
        int start = first;
        while (start < end) {
            int column = columns.of(series.step(start));
            int low = start;
            int high = start;
            int next = start + 1;
            for (; next < end && columns.of(series.step(next)) == column; next++) {
                float value = series.value(next);
                low = value < series.value(low) || Float.isNaN(series.value(low)) ? next : low;
                high = value > series.value(high) || Float.isNaN(series.value(high)) ? next : high;
            }
            copy(series, Math.min(low, high), reduced);
            if (low != high) {
                copy(series, Math.max(low, high), reduced);
            }
            start = next;
        }
    }

    private static void copy(Series series, int index, SeriesBuilder target) {
        if (index >= 0 && index < series.size()) {
            target.append(series.step(index), series.wallTime(index), series.value(index));
        }
    }

    private record Columns(double from, double span, int pixels) {
        Columns(long from, long to, int pixels) {
            this((double) from, (double) to - from + 1, pixels);
        }

        int of(long step) {
            return (int) Math.min(pixels - 1, (step - from) / span * pixels);
        }
    }
}
