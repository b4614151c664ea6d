package org.backprop.engine.pruning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.engine.network.Network;
import org.backprop.engine.network.Parameter;
import org.backprop.engine.network.WeightLayer;
import org.backprop.model.Catalogue;
import org.backprop.model.PruningSpec;

/** The layers that can be pruned. */
final class Targets {

    private final Network network;
    private final PruningRules rules;
    private final List<WeightLayer> all;

    Targets(Network network, PruningRules rules) {
        this.network = network;
        this.rules = rules;
        all = network.weightLayers().stream()
                .filter(layer -> !rules.excludes(layer.name()))
                .toList();
    }

    /** All that the model does not exclude, in the order of the model. */
    List<WeightLayer> all() {
        return all;
    }

    /** How much of each is removed. */
    PruneResult state(Masks masks) {
        List<PrunedLayer> now = all.stream()
                .map(layer -> new PrunedLayer(
                        layer.name(),
                        layer.count(),
                        layer.weights().stream().mapToInt(masks::kept).sum(),
                        0,
                        0,
                        OptionalDouble.empty()))
                .toList();
        return new PruneResult(now, OptionalDouble.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Those that a criterion can prune.
     *
     * @param layer the only one that is wanted; empty for all
     * @throws PruneException if there is none; the message says why
     */
    List<WeightLayer> of(PruningSpec spec, Criterion criterion, Optional<String> layer) throws PruneException {
        String key = Catalogue.describe(((Record) spec).getClass()).key();
        if (layer.isPresent()) {
            WeightLayer named = named(layer.get());
            if (!criterion.canPrune(named)) {
                throw new PruneException(key + " prunes " + criterion.target() + ", '" + named.name() + "' is none");
            }
            return List.of(named);
        }
        List<WeightLayer> found = all.stream().filter(criterion::canPrune).toList();
        if (found.isEmpty()) {
            throw new PruneException("nothing to prune: " + key + " prunes " + criterion.target()
                    + ", and the network has none" + (rules.exclude().isEmpty() ? "" : " that is not excluded"));
        }
        return found;
    }

    private WeightLayer named(String name) throws PruneException {
        if (rules.excludes(name)) {
            throw new PruneException("the model excludes the layer '" + name + "' from pruning");
        }
        Optional<WeightLayer> found =
                all.stream().filter(layer -> layer.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            throw new PruneException(unknown(name));
        }
        return found.get();
    }

    private String unknown(String name) {
        if (network.frozen().stream().map(Parameter::layer).anyMatch(name::equals)) {
            return "the layer '" + name + "' is frozen: its weights are not changed";
        }
        List<String> known = all.stream().map(WeightLayer::name).toList();
        if (network.layerNames().contains(name)) {
            return "the layer '" + name + "' has no weights to prune: those that have are " + String.join(", ", known);
        }
        return "there is no layer '" + name + "'"
                + Catalogue.nearest(name, known)
                        .map(nearest -> ": did you mean '" + nearest + "'?")
                        .orElse(": layers with weights are " + String.join(", ", known));
    }
}
