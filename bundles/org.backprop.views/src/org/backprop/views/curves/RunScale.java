package org.backprop.views.curves;

import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Series;

/**
 * Where the points of a run lie on the x axis.
 *
 * @param horizontal what it counts; steps in place of epochs where the steps of an epoch are unknown
 * @param stepsPerUnit steps of an epoch, or 1
 * @param start when the first point was recorded, in seconds since 1970
 */
record RunScale(Horizontal horizontal, double stepsPerUnit, double start) {
    private static final double MINUTE = 60;

    static RunScale of(RunSnapshot run, Horizontal wanted) {
        long stepsPerEpoch =
                run.info().map(RunInfo::plan).map(Plan::stepsPerEpoch).orElse(0L);
        boolean epochs = wanted == Horizontal.EPOCH && stepsPerEpoch > 0;
        double start = run.scalars().values().stream()
                .filter(series -> !series.isEmpty())
                .mapToDouble(series -> series.wallTime(0))
                .min()
                .orElse(0);
        Horizontal shown = wanted == Horizontal.EPOCH && !epochs ? Horizontal.STEP : wanted;
        return new RunScale(shown, epochs ? stepsPerEpoch : 1, start);
    }

    /** Place of a point, by its step or by its time in seconds since 1970; minutes on the axis. */
    double at(double step, double wallTime) {
        return horizontal == Horizontal.TIME ? (wallTime - start) / MINUTE : step / stepsPerUnit;
    }

    /** Place of a step, at the time of the point of {@code series} that is next to it. */
    double at(long step, Series series) {
        int index = Math.min(series.firstAtOrAfter(step), series.size() - 1);
        return at(step, index < 0 ? start : series.wallTime(index));
    }
}
