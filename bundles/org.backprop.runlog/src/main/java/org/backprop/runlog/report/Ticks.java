package org.backprop.runlog.report;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
final class Ticks {
    private static final int MOST_DECADES = 6;

    private Ticks() {}

    /** Multiples of 1, 2 or 5 times a power of ten from {@code low} to {@code high}, about {@code count} of them. */
    static List<Double> linear(double low, double high, int count) {
        double rough = (high - low) / count;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        double step = power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Powers of ten from {@code low} to {@code high}, both positive; multiples of them where there are hardly any. */
    static List<Double> logarithmic(double low, double high) {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        if (last - first < 1) {
            return linear(low, high, 4).stream().filter(tick -> tick > 0).toList();
        }
        int every = (last - first) / MOST_DECADES + 1;
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += every) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }
}
