package org.backprop.views.pruning;

import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.runlog.control.PruneSelection;
import org.backprop.runlog.events.Histogram;
import org.eclipse.osgi.util.NLS;

/**
 * What a choice would prune, as the recorded saliency says.
 *
 * @param layer sparsity of the selected layer; empty if it is unknown
 * @param all sparsity of all layers
 * @param selection what to ask the trainer for; empty if that cannot be
 * @param problem why it cannot be
 */
record Proposal(
        OptionalDouble layer, OptionalDouble all, Optional<PruneSelection> selection, Optional<String> problem) {
    private static final String BY_SIZE = "magnitude";

    /** The criterion of a choice: the chosen one, or that of the run, or the size of the weights. */
    static String criterion(ShownPruning shown, Choice choice) {
        return choice.criterion() != null ? choice.criterion() : recorded(shown);
    }

    /** The criterion that the recorded saliency is of. */
    static String recorded(ShownPruning shown) {
        return shown.criterion().orElse(BY_SIZE);
    }

    /** What {@code choice} would prune. */
    static Proposal of(ShownPruning shown, Choice choice) {
        Optional<LayerRow> row = shown.detail().map(Detail::layer);
        Optional<WhatIf> whatIf = row.flatMap(LayerRow::whatIf);
        if (row.isPresent() && row.get().kept() == 0) {
            return refused(NLS.bind(Messages.problem_noWeights, row.get().name()));
        }
        if (whatIf.isEmpty() || whatIf.get().saliency().count() == 0) {
            return refused(Messages.problem_noSaliency);
        }
        if (choice.threshold().isEmpty()) {
            return new Proposal(row.get().sparsity(), shown.sparsity(), Optional.empty(), Optional.empty());
        }
        double threshold = choice.threshold().getAsDouble();
        double weights = 0;
        double before = 0;
        double after = 0;
        double keptInScope = 0;
        for (LayerRow each : shown.layers()) {
            boolean inScope = choice.allLayers() || each.equals(row.get());
            double kept = inScope && each.whatIf().isPresent()
                    ? Math.min(each.kept(), each.whatIf().get().kept(threshold))
                    : each.kept();
            weights += each.weights();
            before += each.kept();
            after += kept;
            keptInScope += inScope ? kept : 0;
        }
        OptionalDouble layer = OptionalDouble.of(whatIf.get().sparsity(threshold));
        OptionalDouble all = OptionalDouble.of(1 - after / weights);
        Optional<String> problem = problem(whatIf.get().saliency(), threshold, before - after, keptInScope);
        return new Proposal(
                layer,
                all,
                problem.isPresent()
                        ? Optional.empty()
                        : Optional.of(selection(shown, choice, row.get(), layer.getAsDouble(), all.getAsDouble())),
                problem);
    }

    private static Proposal refused(String why) {
        return new Proposal(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), Optional.of(why));
    }

    private static Optional<String> problem(Histogram saliency, double threshold, double removed, double kept) {
        if (kept < 0.5) {
            return Optional.of(threshold > saliency.max() ? Messages.problem_aboveAll : Messages.problem_everything);
        }
        return removed < 0.5 ? Optional.of(Messages.problem_nothing) : Optional.empty();
    }

    /** The threshold itself if it is one of the criterion's, else as large a share of the weights. */
    private static PruneSelection selection(
            ShownPruning shown, Choice choice, LayerRow row, double layerSparsity, double allSparsity) {
        String criterion = criterion(shown, choice);
        PruneSelection selection = criterion.equals(recorded(shown))
                ? PruneSelection.ofThreshold(criterion, choice.threshold().getAsDouble())
                : PruneSelection.ofSparsity(criterion, choice.allLayers() ? allSparsity : layerSparsity);
        return choice.allLayers() ? selection : selection.in(row.name());
    }
}
