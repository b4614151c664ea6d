package org.backprop.engine.pruning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.engine.network.Parameter;
import org.backprop.engine.network.WeightLayer;
import org.backprop.model.BlockPattern;
import org.backprop.model.NOfMPattern;
import org.backprop.model.PruningPatternSpec;
import org.backprop.model.PruningScope;

/** Makes a decision out of saliencies: which weights go, and which come back. */
final class Decider {

    private final PruningRules rules;
    private final Criterion criterion;
    private final Measurement measurement;
    private final Tiles tiles;

    /**
     * For the layers of a measurement.
     *
     * @param saliency what the criterion measured
     * @throws PruneException if a saliency is not finite
     */
    Decider(PruningRules rules, Criterion criterion, Measurement measurement, float[] saliency) throws PruneException {
        this.rules = rules;
        this.criterion = criterion;
        this.measurement = measurement;
        tiles = new Tiles(measurement.layers(), this::tilings, saliency, measurement.mask());
    }

    private List<Tiling> tilings(WeightLayer layer) {
        if (criterion.removesUnits()) {
            return List.of(
                    Tiling.ofUnits(layer.weights().getFirst(), layer.bias().orElse(null)));
        }
        return layer.weights().stream().map(this::tiling).toList();
    }

    private Tiling tiling(Parameter weights) {
        return rules.pattern().orElse(null) instanceof BlockPattern blocks
                ? new Tiling(weights, blocks.rows(), blocks.columns(), null)
                : Tiling.ofWeights(weights);
    }

    /** The tiles. */
    Tiles tiles() {
        return tiles;
    }

    /**
     * The decision.
     *
     * @param magnitudes of the gradient; null if nothing is to come back
     * @param all the layers that the result tells of
     */
    Decision decide(Amount amount, float[] magnitudes, List<WeightLayer> all) throws PruneException {
        boolean global = rules.scope() == PruningScope.GLOBAL;
        Optional<PruningPatternSpec> groups =
                rules.pattern().filter(NOfMPattern.class::isInstance).filter(pattern -> !criterion.removesUnits());
        Choice choice;
        if (groups.isPresent()) {
            double sparsity = amount.sparsity()
                    .orElseThrow(() -> new PruneException("the pattern n_of_m takes a sparsity, not a threshold"));
            choice = new GroupChooser(tiles, (NOfMPattern) groups.get(), sparsity).choose();
        } else {
            choice = new Chooser(tiles, amount, magnitudes).choose(global);
        }
        float[] mask = measurement.mask().clone();
        choice.removed().stream().forEach(tile -> tiles.mark(tile, 0, mask));
        choice.regrown().stream().forEach(tile -> tiles.mark(tile, 1, mask));
        float[] weights = measurement.weights().clone();
        criterion.compensate(measurement, mask, weights);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = mask[i] == 0 ? 0 : weights[i];
        }
        boolean one = groups.isEmpty()
                && (global || amount.threshold().isPresent() || tiles.layers().size() == 1);
        return new Decision(mask, weights, result(choice, mask, one, all), tiles.left(choice.removed()));
    }

    private PruneResult result(Choice choice, float[] mask, boolean oneThreshold, List<WeightLayer> all) {
        List<PrunedLayer> layers = new ArrayList<>();
        for (WeightLayer layer : all) {
            layers.add(layer(layer, choice, mask));
        }
        OptionalDouble least = oneThreshold ? least(choice) : OptionalDouble.empty();
        return new PruneResult(layers, least, Optional.empty(), Optional.empty());
    }

    /** The least saliency that is left because it is not less than others. */
    private OptionalDouble least(Choice choice) {
        BitSet left = new BitSet();
        for (int i = 0; i < tiles.count(); i++) {
            left.set(i, tiles.sizes()[i] > 0 && !choice.removed().get(i));
        }
        BitSet counted = (BitSet) left.clone();
        counted.andNot(choice.spared());
        return (counted.isEmpty() ? left : counted)
                .stream().mapToDouble(i -> tiles.saliencies()[i]).min();
    }

    private PrunedLayer layer(WeightLayer layer, Choice choice, float[] mask) {
        int kept = 0;
        int removed = 0;
        int regrown = 0;
        for (Parameter weights : layer.weights()) {
            for (int i = weights.offset(); i < weights.offset() + weights.length(); i++) {
                kept += mask[i] != 0 ? 1 : 0;
                removed += mask[i] == 0 && measurement.mask()[i] != 0 ? 1 : 0;
                regrown += mask[i] != 0 && measurement.mask()[i] == 0 ? 1 : 0;
            }
        }
        return new PrunedLayer(layer.name(), layer.count(), kept, removed, regrown, threshold(layer, choice));
    }

    private OptionalDouble threshold(WeightLayer layer, Choice choice) {
        double least = Double.POSITIVE_INFINITY;
        for (Tiles.Layer measured : tiles.layers()) {
            for (int i = measured.from(); measured.layer().equals(layer) && i < measured.to(); i++) {
                if (tiles.sizes()[i] > 0 && !choice.removed().get(i)) {
                    least = Math.min(least, tiles.saliencies()[i]);
                }
            }
        }
        return Double.isInfinite(least) ? OptionalDouble.empty() : OptionalDouble.of(least);
    }
}
