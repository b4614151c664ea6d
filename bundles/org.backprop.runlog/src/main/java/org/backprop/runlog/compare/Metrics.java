package org.backprop.runlog.compare;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/** The figures that tell how good a run became. */
public final class Metrics {
    private Metrics() {}

    /** Tags of what measures the quality of any of some runs, in the order of their first appearance. */
    public static List<String> tags(Collection<RunSnapshot> runs) {
        Set<String> tags = new LinkedHashSet<>();
        for (RunSnapshot run : runs) {
            run.scalars().forEach((tag, series) -> {
                if (!series.isEmpty() && Direction.of(tag) != Direction.NONE) {
                    tags.add(tag);
                }
            });
        }
        return List.copyOf(tags);
    }

    /** The last finite value of a curve. */
    public static OptionalDouble last(Series series) {
        for (int i = series.size() - 1; i >= 0; i--) {
            if (Float.isFinite(series.value(i))) {
                return OptionalDouble.of(series.value(i));
            }
        }
        return OptionalDouble.empty();
    }

    /** The best finite value of a curve; the last one where {@code direction} names none. */
    public static OptionalDouble best(Series series, Direction direction) {
        if (direction == Direction.NONE) {
            return last(series);
        }
        double best = Double.NaN;
        for (int i = 0; i < series.size(); i++) {
            double value = series.value(i);
            best = Double.isFinite(value) && direction.isBetter(value, best) ? value : best;
        }
        return Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    /** The best value that a run reached. */
    public static OptionalDouble best(RunSnapshot run, String tag) {
        return best(run.scalar(tag), Direction.of(tag));
    }
}
