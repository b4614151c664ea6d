package org.backprop.views.curves;

import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Downsampler;
import org.backprop.runlog.series.Series;

/**
 * What one chart shows of a run at a given width.
 *
 * @param steps single training steps, least and greatest of each pixel column; empty if there are so few that
 *     {@code train} shows each
 * @param train training: means of a few pixel columns, or every point
 * @param validation validation: every point, reduced to the pixels
 * @param inEpochs whether x counts epochs, not steps
 */
public record Plot(Points steps, Points train, Points validation, boolean inEpochs) {
    private static final int PIXELS_PER_MEAN = 4;

    /**
     * Projects a run.
     *
     * @param pixels width of the plot area, at least 1
     */
    public static Plot of(RunSnapshot run, Metric metric, int pixels) {
        long stepsPerEpoch =
                run.info().map(RunInfo::plan).map(Plan::stepsPerEpoch).orElse(0L);
        double unit = Math.max(1, stepsPerEpoch);
        Series train = run.scalar(metric.train());
        int means = Math.max(1, pixels / PIXELS_PER_MEAN);
        boolean many = train.size() > means;
        return new Plot(
                many ? Points.of(reduced(train, pixels), unit) : Points.NONE,
                many ? Points.means(train, unit, means) : Points.of(train, unit),
                Points.of(reduced(run.scalar(metric.validation()), pixels), unit),
                stepsPerEpoch > 0);
    }

    boolean isEmpty() {
        return train.isEmpty() && validation.isEmpty();
    }

    private static Series reduced(Series series, int pixels) {
        return series.isEmpty() ? series : Downsampler.minMax(series, series.step(0), series.lastStep(), pixels);
    }
}
