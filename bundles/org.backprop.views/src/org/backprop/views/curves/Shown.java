package org.backprop.views.curves;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;

/**
 * What the Curves view shows at one moment.
 *
 * @param run the run
 * @param facts its figures
 * @param loss the loss chart
 * @param accuracy the accuracy chart; empty of points for a regression
 */
record Shown(RunSnapshot run, RunFacts facts, Plot loss, Plot accuracy) {
    /**
     * Projects the pinned run, or else the newest.
     *
     * @param pinned run folder, or null to follow the newest run
     * @param pixels width of the plot areas, at least 1
     * @return empty if there is no such run
     */
    static Optional<Shown> of(RunsSnapshot runs, Path pinned, int pixels) {
        Optional<RunSnapshot> chosen = pinned == null ? runs.newest() : runs.in(pinned);
        return chosen.map(run -> of(run, pixels));
    }

    private static Shown of(RunSnapshot run, int pixels) {
        return new Shown(
                run,
                RunFacts.of(run, Instant.now()),
                Plot.of(run, Metric.LOSS, pixels),
                Plot.of(run, Metric.ACCURACY, pixels));
    }

    /** Whether there is nothing to draw yet. */
    boolean isEmpty() {
        return loss.isEmpty() && accuracy.isEmpty();
    }
}
