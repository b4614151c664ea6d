package org.backprop.views.charts;

/**
 * The part of an axis that is in sight.
 *
 * @param lower least value; above 0 on a logarithmic axis
 * @param upper greatest value, more than {@code lower}
 * @param logarithmic whether equal lengths are equal ratios, not equal differences
 */
public record AxisPart(double lower, double upper, boolean logarithmic) {
    /** Below that share of the greater end, two ends cannot be told apart on the axis. */
    private static final double LEAST = 1e-12;

    /** The value at a place: 0 is the lower end, 1 the upper one; places beyond are possible. */
    public double at(double place) {
        return logarithmic ? lower * Math.pow(upper / lower, place) : lower + (upper - lower) * place;
    }

    /** The part between two places; itself if they are too near to each other. */
    public AxisPart between(double from, double to) {
        double low = at(Math.min(from, to));
        double high = at(Math.max(from, to));
        boolean apart = high - low > LEAST * Math.max(Math.abs(low), Math.abs(high)) && Double.isFinite(high - low);
        return apart ? new AxisPart(low, high, logarithmic) : this;
    }

    /** What is left of it within {@code whole}: moved inside if it fits, else the whole. */
    public AxisPart within(AxisPart whole) {
        double most = whole.place(upper) - whole.place(lower);
        if (most > 1 - 1e-9) {
            return whole;
        }
        double from = Math.clamp(whole.place(lower), 0, 1 - most);
        return whole.between(from, from + most);
    }

    private double place(double value) {
        return logarithmic ? Math.log(value / lower) / Math.log(upper / lower) : (value - lower) / (upper - lower);
    }
}
