package org.backprop.views.dropout;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/**
 * The rate of a layer at a step, and how it came to that.
 *
 * @param rate probability of dropping a unit; NaN if it was not recorded
 * @param since first step with this rate
 * @param everDropped mean of the logarithm of {@code rate} over the steps so far
 * @param everKept mean of the logarithm of {@code 1 - rate} over the steps so far
 */
record Rates(double rate, long since, double everDropped, double everKept) {
    static final String TAG = "dropout_rate/";

    /** The rates of a layer up to a step. */
    static Rates of(RunSnapshot run, String layer, long step) {
        Series series = run.scalar(TAG + layer);
        int count = series.firstAtOrAfter(step + 1);
        if (count == 0) {
            return new Rates(series.isEmpty() ? Double.NaN : series.value(0), 1, 0, 0);
        }
        double dropped = 0;
        double kept = 0;
        long begin = series.step(0);
        for (int i = 0; i < count; i++) {
            long end = i + 1 < count ? series.step(i + 1) : step + 1;
            double share = (double) (end - series.step(i)) / (step + 1 - begin);
            dropped += share == 0 ? 0 : share * Math.log(series.value(i));
            kept += share == 0 ? 0 : share * Math.log1p(-series.value(i));
        }
        return new Rates(series.value(count - 1), series.step(count - 1), dropped, kept);
    }

    /** Probability of keeping a unit. */
    double keep() {
        return 1 - rate;
    }

    /** The chance that a unit is dropped in all of {@code draws} draws. */
    double alwaysDropped(long draws) {
        return Math.exp(draws * everDropped);
    }

    /** The chance that a unit is kept in all of {@code draws} draws. */
    double neverDropped(long draws) {
        return Math.exp(draws * everKept);
    }
}
