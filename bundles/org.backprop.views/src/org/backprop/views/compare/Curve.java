package org.backprop.views.compare;

import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.FinitePoints;

/**
 * A metric of one run, ready to be drawn.
 *
 * @param name of the run
 * @param x epochs, or steps where their number in an epoch is unknown
 * @param y values, all finite
 */
record Curve(String name, double[] x, double[] y) {
    /**
     * Projects a run.
     *
     * @param pixels width of the plot, at least 1
     */
    static Curve of(RunSnapshot run, String name, String tag, int pixels) {
        double perEpoch = Math.max(
                1, run.info().map(RunInfo::plan).map(Plan::stepsPerEpoch).orElse(1L));
        FinitePoints points = FinitePoints.of(run.scalar(tag), pixels, (step, time) -> step / perEpoch);
        return new Curve(name, points.x(), points.y());
    }
}
