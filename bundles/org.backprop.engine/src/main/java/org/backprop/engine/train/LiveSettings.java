package org.backprop.engine.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.backprop.engine.layers.Masking;
import org.backprop.engine.network.MaskedLayer;
import org.backprop.engine.network.Network;
import org.backprop.engine.update.Updates;
import org.backprop.model.LiveParameter;
import org.backprop.model.LiveParameters;
import org.backprop.model.TrainingSection;

/** The numbers of a model that can be changed between two steps of its training. */
final class LiveSettings {

    private static final String SURVIVAL = ".survival";

    private final Updates updates;
    private final Network network;
    private final Optional<ScheduledPruning> pruning;
    private final Changes changes = new Changes();
    private TrainingSection settings;

    LiveSettings(TrainingSection settings, Updates updates, Network network, Optional<ScheduledPruning> pruning) {
        this.settings = settings;
        this.updates = updates;
        this.network = network;
        this.pruning = pruning;
    }

    /** See {@link Trainer#liveParameters}. */
    List<LiveParameter> parameters() {
        return Stream.concat(
                        LiveParameters.of(settings).stream().map(this::pruned),
                        LiveParameters.of(network.section()).stream().flatMap(this::present))
                .toList();
    }

    private LiveParameter pruned(LiveParameter parameter) {
        return parameter.path().equals(LiveParameters.SPARSITY)
                ? pruning.map(schedule -> parameter.with(schedule.sparsity())).orElse(parameter)
                : parameter;
    }

    private Stream<LiveParameter> present(LiveParameter parameter) {
        return network.maskedLayers().stream()
                .filter(layer -> parameter.isOf(layer.name()))
                .map(MaskedLayer::masking)
                .map(Masking::rate)
                .map(rate -> parameter.with(rateOrSurvival(parameter.path(), rate)));
    }

    /** A layer that may be kept says how probable that is, others how probable it is that they drop a unit. */
    private static double rateOrSurvival(String path, double value) {
        return path.endsWith(SURVIVAL) ? 1 - value : value;
    }

    /** See {@link Trainer#change}. */
    double change(String path, double value) {
        LiveParameter parameter = LiveParameters.find(parameters(), path);
        parameter.check(value);
        if (parameter.layer().isPresent()) {
            network.setDropoutRate(parameter.layer().get(), rateOrSurvival(path, value));
        } else if (path.equals(LiveParameters.SPARSITY)) {
            pruning.orElseThrow().sparsity(value);
        } else {
            settings = LiveParameters.with(settings, path, value);
            updates.change(settings);
            changes.add(path, parameter.value(), value);
        }
        return parameter.value();
    }

    /** The present value of each, by path. */
    Map<String, Double> values() {
        Map<String, Double> values = new TreeMap<>();
        parameters().forEach(parameter -> values.put(parameter.path(), parameter.value()));
        return values;
    }

    /** Changes each whose present value is another, but for what the schedule of pruning goes by where there is none. */
    void change(Map<String, Double> values) {
        for (LiveParameter parameter : parameters()) {
            boolean pruned = parameter.path().equals(LiveParameters.SPARSITY) && pruning.isEmpty();
            if (!pruned && !values.get(parameter.path()).equals(parameter.value())) {
                change(parameter.path(), values.get(parameter.path()));
            }
        }
    }

    /** What must be kept to go on later, by name, beside the rates of dropout and the sparsity. */
    Map<String, Double> numbers() {
        return changes.numbers();
    }

    void restore(Map<String, Double> numbers) {
        Map<String, Double> model = new HashMap<>();
        LiveParameters.of(settings).forEach(parameter -> model.put(parameter.path(), parameter.value()));
        Changes.in(numbers, model).forEach(this::change);
    }
}
