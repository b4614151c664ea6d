package org.backprop.views.sweep;

import java.util.Optional;

import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.FinitePoints;
import org.backprop.runlog.sweep.TrialClock;
import org.backprop.runlog.sweep.TrialRow;

/**
 * The series that a sweep is ranked by, of one trial, ready to be drawn.
 *
 * @param trial number of the trial
 * @param setting index of its setting
 * @param x epochs or seconds
 * @param y values, all finite
 */
record Curve(int trial, int setting, double[] x, double[] y) {
    /**
     * Projects a trial.
     *
     * @param byTime whether x is the time of training, not epochs
     * @param pixels width of the plot, at least 1
     */
    static Optional<Curve> of(TrialRow row, int setting, String metric, boolean byTime, int pixels) {
        return row.run().map(run -> of(run, row, setting, metric, byTime, pixels));
    }

    private static Curve of(RunSnapshot run, TrialRow row, int setting, String metric, boolean byTime, int pixels) {
        double perEpoch = Math.max(
                1, run.info().map(RunInfo::plan).map(Plan::stepsPerEpoch).orElse(1L));
        TrialClock clock = TrialClock.of(run, row.trial().resumed());
        FinitePoints points =
                FinitePoints.of(run.scalar(metric), pixels, (step, time) -> byTime ? clock.at(time) : step / perEpoch);
        return new Curve(row.trial().number(), setting, points.x(), points.y());
    }
}
