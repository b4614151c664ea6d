package org.backprop.views.gradients;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Downsampler;
import org.backprop.runlog.series.Series;

/**
 * What clipping did to the gradient, of the whole network or, where each layer is clipped by itself, of one layer.
 *
 * @param layer the layer; null for the whole gradient
 * @param share how much was clipped in the range, 0 to 1; empty if nothing is clipped
 * @param partial whether each step clips a share of the elements or units, not all or nothing
 * @param before the curve of the norm before clipping
 * @param after the curve of the norm after it
 * @param clipped the curve of what was clipped
 */
record Clips(String layer, OptionalDouble share, boolean partial, Series before, Series after, Series clipped) {
    private static final String CLIPPED = "clip/clipped";
    private static final String BEFORE = "clip/norm_before";
    private static final String AFTER = "clip/norm_after";

    /**
     * What is known of clipping in a range.
     *
     * @param selected name of the selected layer
     */
    static Clips of(RunSnapshot run, String selected, Span span) {
        boolean whole = !run.scalar(CLIPPED).isEmpty();
        String part = whole ? "" : "/" + selected;
        Series clipped = run.scalar(CLIPPED + part);
        return new Clips(
                whole ? null : selected,
                span.mean(clipped),
                isPartial(clipped),
                run.scalar(BEFORE + part),
                run.scalar(AFTER + part),
                clipped);
    }

    private static boolean isPartial(Series clipped) {
        for (int i = 0; i < clipped.size(); i++) {
            if (clipped.value(i) > 0 && clipped.value(i) < 1) {
                return true;
            }
        }
        return false;
    }

    /** Steps of the range at which something was clipped, at most one or two for each of {@code columns} parts. */
    double[] fired(Span span, int columns) {
        if (clipped.isEmpty()) {
            return new double[0];
        }
        Series reduced = Downsampler.minMax(clipped, span.first(), span.last(), columns);
        double[] steps = new double[reduced.size()];
        int count = 0;
        for (int i = 0; i < steps.length; i++) {
            if (reduced.value(i) > 0 && span.contains(reduced.step(i))) {
                steps[count++] = reduced.step(i);
            }
        }
        return Arrays.copyOf(steps, count);
    }
}
