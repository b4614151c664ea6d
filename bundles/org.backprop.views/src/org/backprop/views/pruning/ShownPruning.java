package org.backprop.views.pruning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.runlog.run.RunSnapshot;
import org.backprop.views.RunFacts;
import org.backprop.views.marks.Mark;

/**
 * What the Pruning view shows at one moment.
 *
 * @param run the run
 * @param facts its figures
 * @param layers its layers at that moment
 * @param detail the selected layer; empty if there is no layer
 * @param marks what happened, over steps
 * @param moments steps at which something of the selected layer was recorded, ascending
 * @param stepsPerEpoch 0 if unknown
 * @param criterion key of the criterion that the run's saliency is of; empty if it prunes by none
 */
record ShownPruning(
        RunSnapshot run,
        RunFacts facts,
        List<LayerRow> layers,
        Optional<Detail> detail,
        List<Mark> marks,
        long[] moments,
        long stepsPerEpoch,
        Optional<String> criterion) {
    /** Whether there is nothing to draw. */
    boolean isEmpty() {
        return layers.isEmpty();
    }

    /** Share of all weights that is pruned; empty without weights. */
    OptionalDouble sparsity() {
        long weights = layers.stream().mapToLong(LayerRow::weights).sum();
        long kept = layers.stream().mapToLong(LayerRow::kept).sum();
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (double) kept / weights);
    }
}
