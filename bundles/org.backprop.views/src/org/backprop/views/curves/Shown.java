package org.backprop.views.curves;

import java.time.Instant;
import java.util.List;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;

/**
 * What the Curves view shows at one moment.
 *
 * @param run the run
 * @param facts its figures
 * @param loss the loss chart
 * @param accuracy the accuracy chart; empty of points for a regression
 * @param marks what happened meanwhile
 */
record Shown(RunSnapshot run, RunFacts facts, Plot loss, Plot accuracy, List<Mark> marks) {
    /**
     * Projects a run.
     *
     * @param pixels width of the plot areas, at least 1
     */
    static Shown of(RunSnapshot run, int pixels) {
        return new Shown(
                run,
                RunFacts.of(run, Instant.now()),
                Plot.of(run, Metric.LOSS, pixels),
                Plot.of(run, Metric.ACCURACY, pixels),
                Mark.of(run));
    }

    /** Whether there is nothing to draw yet. */
    boolean isEmpty() {
        return loss.isEmpty() && accuracy.isEmpty();
    }
}
