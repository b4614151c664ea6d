package org.backprop.views.gradients;

import java.util.OptionalDouble;

import org.backprop.runlog.series.Series;
import org.backprop.views.charts.AxisPart;

/**
 * A range of steps.
 *
 * @param first the first step
 * @param last the last step, not before the first
 */
public record Span(long first, long last) {
    /** The newest value up to the last step; empty if there is none. */
    OptionalDouble newest(Series series) {
        int next = series.firstAtOrAfter(last + 1);
        return next == 0 ? OptionalDouble.empty() : OptionalDouble.of(series.value(next - 1));
    }

    /** The mean of what was recorded in the range; empty if nothing was. */
    OptionalDouble mean(Series series) {
        double sum = 0;
        double weights = 0;
        int end = series.firstAtOrAfter(last + 1);
        for (int i = series.firstAtOrAfter(first); i < end; i++) {
            if (Float.isFinite(series.mean(i))) {
                sum += series.mean(i) * series.weight(i);
                weights += series.weight(i);
            }
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights);
    }

    /** The steps of it that lie in a part of an axis, at least one. */
    Span within(AxisPart part) {
        long from = Math.clamp((long) Math.floor(part.lower()), first, last);
        return new Span(from, Math.clamp((long) Math.ceil(part.upper()), from, last));
    }

    boolean contains(long step) {
        return step >= first && step <= last;
    }
}
