package org.backprop.views.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.charts.Histograms;

/** The layers of a run at a moment. */
final class Layers {
    private final RunSnapshot run;
    private final Moment moment;
    private final MaskReading reading;

    private Layers(RunSnapshot run, Moment moment, MaskReading reading) {
        this.run = run;
        this.moment = moment;
        this.reading = reading;
    }

    static List<LayerRow> of(RunSnapshot run, Moment moment, MaskReading reading) {
        Layers layers = new Layers(run, moment, reading);
        List<LayerRow> rows = new ArrayList<>();
        for (String layer : PruningTags.layers(run)) {
            rows.add(layers.row(rows.size(), layer));
        }
        return rows;
    }

    private LayerRow row(int index, String layer) {
        List<MaskReading.Counted> masks = reading.count(run, layer, moment);
        Optional<Histogram> saliency = newest(PruningTags.saliency(layer));
        OptionalDouble sparsity = moment.newest(run.scalar(PruningTags.sparsity(layer)));
        long weights;
        long kept;
        if (!masks.isEmpty()) {
            weights = masks.stream().mapToLong(MaskReading.Counted::elements).sum();
            kept = masks.stream().mapToLong(MaskReading.Counted::kept).sum();
        } else if (saliency.isPresent()) {
            kept = (long) saliency.get().count();
            weights = sparsity.orElse(0) < 1 ? Math.round(kept / (1 - sparsity.orElse(0))) : kept;
        } else if (!run.scalar(PruningTags.SPARSITY).isEmpty()
                && run.scalar(PruningTags.sparsity(layer)).isEmpty()) {
            return new LayerRow(index, layer, 0, 0, OptionalDouble.empty(), OptionalLong.empty(), Optional.empty());
        } else {
            weights = (long) newest(PruningTags.weights(layer))
                    .map(Histogram::count)
                    .orElse(0.0)
                    .doubleValue();
            kept = Math.round(weights * (1 - sparsity.orElse(0)));
        }
        OptionalLong changed = moment.lastChange(run.scalar(PruningTags.sparsity(layer)));
        OptionalLong last = changed.isPresent()
                ? changed
                : masks.stream().mapToLong(MaskReading.Counted::step).max();
        OptionalDouble threshold = moment.newest(PruningTags.threshold(run, layer));
        return new LayerRow(
                index,
                layer,
                weights,
                kept,
                last.isPresent() ? threshold : OptionalDouble.empty(),
                last,
                whatIf(layer, saliency, weights, kept));
    }

    /** By the recorded saliency; else by the size of the weights, those that are pruned included. */
    private Optional<WhatIf> whatIf(String layer, Optional<Histogram> saliency, long weights, long kept) {
        return saliency.isPresent()
                ? saliency.map(histogram -> new WhatIf(weights, kept, histogram))
                : newest(PruningTags.weights(layer))
                        .map(histogram -> new WhatIf(weights, weights, Histograms.magnitudes(histogram)));
    }

    private Optional<Histogram> newest(String tag) {
        return moment.newest(run.histograms().getOrDefault(tag, List.of())).map(Recorded::value);
    }
}
