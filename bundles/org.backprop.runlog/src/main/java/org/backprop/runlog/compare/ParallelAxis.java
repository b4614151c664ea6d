package org.backprop.runlog.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * An axis of parallel coordinates (Inselberg 1985): where each run stands between its lower end, 0, and its upper end, 1.
 * Numbers lie on a linear scale, or on a logarithmic one where all are positive and differ by a factor of 50 or more; texts
 * lie at equal distances.
 *
 * @param title what it shows
 * @param positions of each run; NaN where it has no value
 * @param marks what stands beside the axis
 */
public record ParallelAxis(String title, double[] positions, List<Mark> marks) {
    private static final double WIDE = 50;
    private static final int MARKS = 5;

    /**
     * A text beside the axis.
     *
     * @param position from 0 to 1
     * @param text what it says
     */
    public record Mark(double position, String text) {}

    /** The axis of texts, which may be numbers; an element is null where a run has no value. */
    public static ParallelAxis of(String title, List<String> values) {
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(values.get(i));
        }
        boolean allNumbers = values.stream().filter(Objects::nonNull).noneMatch(text -> Double.isNaN(number(text)));
        return allNumbers ? of(title, numbers) : ofCategories(title, values);
    }

    private static double number(String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException category) {
            return Double.NaN;
        }
    }

    /** The axis of numbers; NaN where a run has no value. */
    public static ParallelAxis of(String title, double[] values) {
        double low = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        boolean logarithmic = low > 0 && high / low >= WIDE;
        double[] positions = Arrays.stream(values)
                .map(value -> position(value, low, high, logarithmic))
                .toArray();
        List<Mark> marks = new ArrayList<>();
        int count = high > low ? MARKS : 1;
        for (int i = 0; i < count; i++) {
            double at = count == 1 ? 0.5 : i / (count - 1.0);
            double value = logarithmic ? low * Math.pow(high / low, at) : low + at * (high - low);
            marks.add(new Mark(at, text(value)));
        }
        return new ParallelAxis(title, positions, List.copyOf(marks));
    }

    /** Three significant digits. */
    private static String text(double value) {
        return Hyperparameters.text(
                new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }

    private static double position(double value, double low, double high, boolean logarithmic) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        if (high <= low) {
            return 0.5;
        }
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    private static ParallelAxis ofCategories(String title, List<String> values) {
        List<String> categories = new ArrayList<>(
                new TreeSet<>(values.stream().filter(Objects::nonNull).toList()));
        double last = Math.max(1, categories.size() - 1);
        double[] positions = values.stream()
                .mapToDouble(value -> value == null ? Double.NaN : categories.indexOf(value) / last)
                .toArray();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            marks.add(new Mark(i / last, categories.get(i)));
        }
        return new ParallelAxis(title, positions, List.copyOf(marks));
    }
}
