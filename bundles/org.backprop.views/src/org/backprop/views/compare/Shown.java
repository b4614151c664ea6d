package org.backprop.views.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.compare.Comparison;
import org.backprop.runlog.compare.Comparison.Difference;
import org.backprop.runlog.compare.Comparison.MetricRow;
import org.backprop.runlog.compare.Hyperparameters;
import org.backprop.runlog.compare.ParallelAxis;
import org.backprop.runlog.compare.RunNames;
import org.backprop.runlog.run.RunSnapshot;

/**
 * What the Compare Runs view shows at one moment.
 *
 * @param names that tell the runs apart
 * @param comparison the runs side by side
 * @param metric tag of the curves; empty if no run has a metric
 * @param curves of that metric, one for each run
 * @param paths of the hyperparameters that can be axes
 * @param axes one for each chosen hyperparameter, then that of the metric
 */
record Shown(
        List<String> names,
        Comparison comparison,
        String metric,
        List<Curve> curves,
        List<String> paths,
        List<ParallelAxis> axes) {
    /** More axes than these, or than there is room for, are drawn only if the user chooses them. */
    private static final int AXES = 7;

    private static final int PIXELS_PER_AXIS = 75;

    private static final Pattern OPTIMIZER = Pattern.compile("^training\\.optimizer\\.[^.]+\\.");

    private static final String FAVOURITE = "loss/validation";

    /**
     * Projects the runs of a state; those that are gone are left out.
     *
     * @param pixels width of the view, at least 1
     */
    static Shown of(RunsSnapshot known, CompareState state, int pixels) {
        List<RunSnapshot> runs = state.folders().stream()
                .map(known::in)
                .flatMap(Optional::stream)
                .toList();
        Comparison comparison = Comparison.of(runs);
        String metric = metric(comparison, state.metric());
        List<String> names = RunNames.of(runs);
        return new Shown(
                names,
                comparison,
                metric,
                IntStream.range(0, runs.size())
                        .mapToObj(i -> Curve.of(runs.get(i), names.get(i), metric, pixels))
                        .toList(),
                candidates(comparison),
                axes(comparison, state.axes().isEmpty() ? usual(comparison, pixels) : state.axes(), metric));
    }

    private static String metric(Comparison comparison, String wanted) {
        List<String> tags = comparison.metrics().stream().map(MetricRow::tag).toList();
        if (tags.contains(wanted)) {
            return wanted;
        }
        if (tags.contains(FAVOURITE)) {
            return FAVOURITE;
        }
        return tags.isEmpty() ? "" : tags.getFirst();
    }

    private static List<ParallelAxis> axes(Comparison comparison, List<String> paths, String metric) {
        List<Hyperparameters> parameters = parameters(comparison);
        List<ParallelAxis> axes = new ArrayList<>();
        for (String path : paths) {
            axes.add(ParallelAxis.of(
                    path,
                    parameters.stream()
                            .map(one -> one.endingWith(path).orElse(null))
                            .toList()));
        }
        comparison.metrics().stream()
                .filter(row -> row.tag().equals(metric))
                .forEach(row -> axes.add(ParallelAxis.of(
                        metric,
                        row.best().stream()
                                .mapToDouble(value -> value.orElse(Double.NaN))
                                .toArray())));
        return axes;
    }

    /** The hyperparameters of which there are several values, those of the training first; of all optimizers alike. */
    private static List<String> usual(Comparison comparison, int pixels) {
        List<String> paths = candidates(comparison);
        List<String> ordered = new ArrayList<>(
                paths.stream().filter(path -> !path.startsWith("data.")).toList());
        ordered.removeIf(path -> path.startsWith("network."));
        paths.stream().filter(path -> !ordered.contains(path)).forEach(ordered::add);
        int room = Math.clamp(pixels / PIXELS_PER_AXIS - 1L, 1, AXES);
        return ordered.subList(0, Math.min(room, ordered.size()));
    }

    /** What can be an axis: {@code learning_rate} stands for that of whatever optimizer a run has. */
    private static List<String> candidates(Comparison comparison) {
        List<Hyperparameters> parameters = parameters(comparison);
        return comparison.differences().stream()
                .map(Difference::path)
                .filter(path -> !path.equals("name"))
                .map(path -> OPTIMIZER.matcher(path).replaceFirst(""))
                .distinct()
                .filter(path -> parameters.stream()
                                .flatMap(one -> one.endingWith(path).stream())
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    private static List<Hyperparameters> parameters(Comparison comparison) {
        return comparison.runs().stream().map(Hyperparameters::of).toList();
    }
}
