package org.backprop.views.pruning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.series.Series;

/**
 * A moment of a run: what had been recorded by a step.
 *
 * @param last the last step that counts
 */
record Moment(long last) {
    /** The chosen step, or the newest. */
    static Moment of(OptionalLong step) {
        return new Moment(step.orElse(Long.MAX_VALUE));
    }

    /** The newest of a history; empty if there was none yet. */
    <T> Optional<Recorded<T>> newest(List<Recorded<T>> history) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).step() <= last) {
                return Optional.of(history.get(i));
            }
        }
        return Optional.empty();
    }

    /** The newest value of a curve; empty if there was none yet. */
    OptionalDouble newest(Series series) {
        int size = size(series);
        return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(series.value(size - 1));
    }

    /** The last step at which a curve changed its value, the first that is not 0 included; empty if it did not. */
    OptionalLong lastChange(Series series) {
        for (int i = size(series) - 1; i >= 0; i--) {
            float before = i == 0 ? 0 : series.value(i - 1);
            if (series.value(i) != before) {
                return OptionalLong.of(series.step(i));
            }
        }
        return OptionalLong.empty();
    }

    private int size(Series series) {
        return last == Long.MAX_VALUE ? series.size() : series.firstAtOrAfter(last + 1);
    }
}
