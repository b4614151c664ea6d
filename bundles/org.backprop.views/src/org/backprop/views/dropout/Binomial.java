package org.backprop.views.dropout;

/** Chances of numbers of successes in independent draws. */
public final class Binomial {
    private static final double TAIL = 0.025;
    private static final double QUANTILE = 1.959964;
    private static final long MOST_EXACT = 2000;
    private static final double SERIES = 3;
    private static final int TERMS = 60;

    private Binomial() {}

    /**
     * Shares of successes, at the ends of the middle 95 %.
     *
     * @param low least share that is not in the lower 2.5 %
     * @param high greatest share that is not in the upper 2.5 %
     */
    public record Band(double low, double high) {
        public boolean contains(double share) {
            return share >= low - 1e-12 && share <= high + 1e-12;
        }
    }

    /** The band of {@code draws} draws, at least 1, each with the chance {@code p}: exact for few, else normal. */
    public static Band band(long draws, double p) {
        if (p <= 0 || p >= 1) {
            return new Band(p, p);
        }
        if (draws > MOST_EXACT) {
            double half = QUANTILE * Math.sqrt(p * (1 - p) / draws);
            return new Band(Math.max(0, p - half), Math.min(1, p + half));
        }
        int low = 0;
        int high = (int) draws;
        double below = 0;
        double log = draws * Math.log1p(-p);
        for (int k = 0; k <= draws; k++) {
            double before = below;
            below += Math.exp(log);
            if (before <= TAIL && below > TAIL) {
                low = k;
            }
            if (before < 1 - TAIL && below >= 1 - TAIL) {
                high = k;
            }
            log += Math.log((double) (draws - k) / (k + 1)) + Math.log(p) - Math.log1p(-p);
        }
        return new Band((double) low / draws, (double) high / draws);
    }

    /** The chance that at least one of {@code times} independent things happens, each with the chance {@code p}. */
    public static double any(double p, long times) {
        return p >= 1 ? 1 : -Math.expm1(times * Math.log1p(-p));
    }

    /** The chance that a standard normal number is farther from 0 than {@code z}. */
    public static double beyond(double z) {
        double x = Math.abs(z);
        return x < SERIES ? 1 - within(x) : tail(x);
    }

    /** By the series of the distribution function around 0. */
    private static double within(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17; n++) {
            term *= x * x / (2 * n + 1);
            sum += term;
        }
        return 2 * sum * density(x);
    }

    /** By Laplace's continued fraction. */
    private static double tail(double x) {
        double fraction = x;
        for (int n = TERMS; n > 0; n--) {
            fraction = x + n / fraction;
        }
        return 2 * density(x) / fraction;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
