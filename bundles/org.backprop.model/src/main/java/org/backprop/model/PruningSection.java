package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * The {@code training.pruning} section: which weights are removed, how many, and when. Removed weights stay 0.
 *
 * @param criterion what tells which weights matter
 * @param sparsity share of the weights of all layers that are pruned that is removed in the end
 * @param threshold saliency below which weights are removed, in place of a sparsity
 * @param scope among which weights the least salient are looked for
 * @param exclude names of layers, or patterns for them, that keep all weights
 * @param schedule when
 * @param pattern what may be removed only together; absent for single weights
 * @param regrowth share of the weights that are left that a removal exchanges for removed ones with great gradients
 */
@SpecType(key = "pruning", doc = "Which weights are removed, how many, and when; removed weights stay 0.")
public record PruningSection(
        @SpecParameter(doc = "What tells which weights matter.", byDefault = "magnitude")
        PruningSpec criterion,

        @SpecParameter(
                doc = "Share of the weights that is removed in the end.",
                byDefault = "",
                min = 0,
                minExclusive = true,
                max = 1,
                maxExclusive = true)
        Optional<Double> sparsity,

        @SpecParameter(
                doc = "Saliency below which weights are removed, in place of a sparsity.",
                byDefault = "",
                min = 0,
                minExclusive = true)
        Optional<Double> threshold,

        @SpecParameter(
                doc = "Look for the least salient weights among those of all layers, or in each layer alone.",
                byDefault = "global")
        PruningScope scope,

        @SpecParameter(doc = "Layers that keep all their weights: names, or patterns such as block*.", byDefault = "")
        List<String> exclude,

        @SpecParameter(doc = "When weights are removed.", byDefault = "one_shot")
        PruningScheduleSpec schedule,

        @SpecParameter(doc = "What may be removed only together. Default: single weights.", byDefault = "")
        Optional<PruningPatternSpec> pattern,

        @SpecParameter(
                doc =
                        "Share of the weights that are left that each removal exchanges for removed ones with great gradients; fades as a cosine (Evci et al. 2020, RigL).",
                byDefault = "0",
                min = 0,
                max = 1,
                maxExclusive = true)
        double regrowth)
        implements SelfChecking {

    /** Copies the list. */
    public PruningSection {
        exclude = List.copyOf(exclude);
    }

    /** The sparsity in the end; empty if a threshold decides. */
    public Optional<Double> finalSparsity() {
        return pattern.filter(NOfMPattern.class::isInstance)
                .map(groups -> ((NOfMPattern) groups).sparsity())
                .or(() -> sparsity);
    }

    /** Whether a layer keeps all its weights. */
    public boolean excludes(String layer) {
        return exclude.stream().anyMatch(pattern -> new LayerPattern(pattern).matches(layer));
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        boolean grouped = pattern.filter(NOfMPattern.class::isInstance).isPresent();
        return problem(sparsity.isPresent() && threshold.isPresent(), "threshold", "contradicts sparsity: remove one")
                .or(() ->
                        problem(grouped && sparsity.isPresent(), "sparsity", "follows from pattern: n_of_m, remove it"))
                .or(() -> problem(
                        grouped && threshold.isPresent(), "threshold", "does not go with pattern: n_of_m, remove it"))
                .or(() -> problem(
                        !grouped && sparsity.isEmpty() && threshold.isEmpty(),
                        "sparsity",
                        "is missing: give the share of weights to remove, such as sparsity: 0.8, or a threshold"))
                .or(() -> problem(
                        pattern.isPresent() && criterion.removesUnits(),
                        "pattern",
                        "does not go with a criterion that removes whole units: remove one"))
                .or(() -> problem(
                        regrowth > 0 && (grouped || threshold.isPresent()),
                        "regrowth",
                        "needs a sparsity, without pattern: n_of_m"))
                .or(this::beginsAbove);
    }

    private Optional<Inconsistency> beginsAbove() {
        double initial = schedule instanceof GradualPruning gradual ? gradual.initialSparsity() : 0;
        return problem(
                finalSparsity().filter(last -> last < initial).isPresent(),
                "schedule",
                "begins with initial_sparsity " + initial + ", more than the sparsity in the end");
    }

    private static Optional<Inconsistency> problem(boolean wrong, String key, String message) {
        return wrong ? Optional.of(new Inconsistency(key, message)) : Optional.empty();
    }

    /** That a training is over before its pruning begins. */
    Optional<Inconsistency> after(int epochs) {
        double begin = switch (schedule) {
            case OneShotPruning once -> once.at().orElse(0.0);
            case IterativePruning rounds -> rounds.every();
            case GradualPruning gradual ->
                Math.max(gradual.begin(), gradual.end().orElse(0.0));
        };
        return problem(
                schedule.by() == Counting.EPOCH && begin >= epochs,
                "pruning",
                "removes weights after epoch %s, but the training has %d: nothing would be trained afterwards"
                        .formatted(
                                begin == Math.rint(begin) ? String.valueOf((long) begin) : String.valueOf(begin),
                                epochs));
    }
}
