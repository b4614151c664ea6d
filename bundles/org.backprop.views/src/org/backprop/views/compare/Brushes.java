package org.backprop.views.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.compare.ParallelAxis;

/** The parts of axes that the user chose; a run is chosen if it lies in all of them. */
final class Brushes {
    private static final double SLACK = 1e-6;

    private final Map<String, double[]> parts = new HashMap<>();

    /** Chooses from {@code a} to {@code b} of an axis; a part of no length chooses all of it again. */
    void set(String axis, double a, double b) {
        if (Math.abs(a - b) < 0.01) {
            parts.remove(axis);
        } else {
            parts.put(axis, new double[] {Math.min(a, b), Math.max(a, b)});
        }
    }

    void clear() {
        parts.clear();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The lower and the upper end of the chosen part; null if the whole axis is chosen. */
    double[] of(String axis) {
        return parts.get(axis);
    }

    /** Whether a run lies in the chosen part of each axis; a run without a value lies in no part. */
    boolean accept(List<ParallelAxis> axes, int run) {
        for (ParallelAxis axis : axes) {
            double[] part = parts.get(axis.title());
            double at = axis.positions()[run];
            if (part != null && !(at >= part[0] - SLACK && at <= part[1] + SLACK)) {
                return false;
            }
        }
        return true;
    }
}
