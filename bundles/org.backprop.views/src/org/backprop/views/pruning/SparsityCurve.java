package org.backprop.views.pruning;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.series.Downsampler;
import org.backprop.runlog.series.Series;

/**
 * Sparsity over the steps.
 *
 * @param layer of the selected layer
 * @param all of all prunable weights
 * @param events steps at which something was pruned
 * @param first the first step that is drawn
 * @param last the last one
 */
record SparsityCurve(Series layer, Series all, Series events, long first, long last) {
    /**
     * Projects a run.
     *
     * @param pixels width of the plot
     */
    static SparsityCurve of(RunSnapshot run, String layer, long first, long last, int pixels) {
        Series longest = run.scalar(PruningTags.SPARSITY).isEmpty()
                ? run.scalar(PruningTags.sparsity(layer))
                : run.scalar(PruningTags.SPARSITY);
        return new SparsityCurve(
                part(run.scalar(PruningTags.sparsity(layer)), first, last, pixels),
                part(run.scalar(PruningTags.SPARSITY), first, last, pixels),
                part(run.scalar(PruningTags.PRUNED), first, last, pixels),
                longest.isEmpty() ? 0 : Math.max(first, longest.step(0)),
                longest.isEmpty() ? 1 : Math.min(last, longest.lastStep()));
    }

    private static Series part(Series series, long first, long last, int pixels) {
        return series.isEmpty() || series.lastStep() < first || series.step(0) > last
                ? Series.EMPTY
                : Downsampler.minMax(
                        series, Math.max(first, series.step(0)), Math.min(last, series.lastStep()), pixels);
    }

    boolean isEmpty() {
        return layer.isEmpty() && all.isEmpty();
    }
}
