package org.backprop.views.compare;

import java.util.Arrays;

import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Downsampler;
import org.backprop.runlog.series.Series;

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
        Series all = run.scalar(tag);
        Series series = all.isEmpty() ? all : Downsampler.minMax(all, all.step(0), all.lastStep(), pixels);
        double perEpoch = Math.max(
                1, run.info().map(RunInfo::plan).map(Plan::stepsPerEpoch).orElse(1L));
        double[] x = new double[series.size()];
        double[] y = new double[series.size()];
        int count = 0;
        for (int i = 0; i < series.size(); i++) {
            if (Float.isFinite(series.value(i))) {
                x[count] = series.step(i) / perEpoch;
                y[count++] = series.value(i);
            }
        }
        return new Curve(name, Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }
}
