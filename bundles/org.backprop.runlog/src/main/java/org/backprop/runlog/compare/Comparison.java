package org.backprop.runlog.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.backprop.runlog.run.RunSnapshot;

/**
 * Runs side by side.
 *
 * @param runs the runs
 * @param differences what their configurations do not share
 * @param metrics how good they became
 */
public record Comparison(List<RunSnapshot> runs, List<Difference> differences, List<MetricRow> metrics) {
    /**
     * A path of the configuration at which not all runs agree.
     *
     * @param path such as {@code training.batch_size}
     * @param values the value of each run; empty where it has none
     */
    public record Difference(String path, List<Optional<String>> values) {}

    /**
     * A metric of all runs.
     *
     * @param tag such as {@code loss/validation}
     * @param best the best value of each run
     * @param last the last value of each run
     * @param winners indices of the runs with the best value of all; empty if only one run has the metric
     */
    public record MetricRow(String tag, List<OptionalDouble> best, List<OptionalDouble> last, Set<Integer> winners) {}

    /** Compares runs. */
    public static Comparison of(List<RunSnapshot> runs) {
        List<Hyperparameters> parameters =
                runs.stream().map(Hyperparameters::of).toList();
        return new Comparison(
                List.copyOf(runs),
                differences(parameters),
                Metrics.tags(runs).stream().map(tag -> metric(runs, tag)).toList());
    }

    /** What some configurations do not share. */
    public static List<Difference> differences(List<Hyperparameters> parameters) {
        Set<String> paths = new LinkedHashSet<>();
        parameters.forEach(one -> paths.addAll(one.values().keySet()));
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            List<Optional<String>> values =
                    parameters.stream().map(one -> one.at(path)).toList();
            if (values.stream().distinct().count() > 1) {
                differences.add(new Difference(path, values));
            }
        }
        return differences;
    }

    private static MetricRow metric(List<RunSnapshot> runs, String tag) {
        List<OptionalDouble> best =
                runs.stream().map(run -> Metrics.best(run, tag)).toList();
        List<OptionalDouble> last =
                runs.stream().map(run -> Metrics.last(run.scalar(tag))).toList();
        return new MetricRow(tag, best, last, winners(best, Direction.of(tag)));
    }

    private static Set<Integer> winners(List<OptionalDouble> values, Direction direction) {
        double best = Double.NaN;
        for (OptionalDouble value : values) {
            best = direction.isBetter(value.orElse(Double.NaN), best) ? value.getAsDouble() : best;
        }
        Set<Integer> winners = new LinkedHashSet<>();
        if (values.stream().filter(OptionalDouble::isPresent).count() > 1) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i).isPresent() && values.get(i).getAsDouble() == best) {
                    winners.add(i);
                }
            }
        }
        return winners;
    }
}
