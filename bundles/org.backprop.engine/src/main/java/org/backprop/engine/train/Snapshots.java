package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.TensorView;
import org.backprop.model.CosineRestartsSchedule;
import org.backprop.model.SnapshotEnsemble;

/** The models that a {@link SnapshotEnsemble} keeps. */
final class Snapshots {

    private static final String COUNT = "snapshots.count";

    private final CosineRestartsSchedule schedule;
    private final long updatesPerEpoch;
    private final Network network;
    private final List<KeptWeights> kept = new ArrayList<>();
    private long count;

    Snapshots(SnapshotEnsemble spec, CosineRestartsSchedule schedule, long updatesPerEpoch, Network network) {
        this.schedule = schedule;
        this.updatesPerEpoch = updatesPerEpoch;
        this.network = network;
        for (int i = 0; i < spec.most(); i++) {
            kept.add(new KeptWeights(network, "snapshot_" + i));
        }
    }

    /** After update number {@code update}, from 1: keeps the model if the schedule starts again with the next one. */
    void afterUpdate(long update) {
        if (awaits(update)) {
            kept.get((int) (count % kept.size())).keep(network.parameterVector().orElseThrow());
            count++;
        }
    }

    /** Whether {@link #afterUpdate} keeps the model after an update. */
    boolean awaits(long update) {
        return schedule.restarts(update, updatesPerEpoch) > schedule.restarts(update - 1, updatesPerEpoch);
    }

    /** The models that are kept so far. */
    List<KeptWeights> models() {
        return kept.stream().filter(KeptWeights::exists).toList();
    }

    /** The kept tensors, named for a checkpoint. */
    List<TensorView> state() {
        return kept.stream().flatMap(model -> model.state().stream()).toList();
    }

    Map<String, Double> numbers() {
        return Map.of(COUNT, (double) count);
    }

    /** Whether a tensor of a checkpoint is one of these. */
    boolean isPart(NamedTensor tensor) {
        return kept.stream().anyMatch(model -> model.isPart(tensor));
    }

    /**
     * Takes what a checkpoint has of them.
     *
     * @throws IllegalArgumentException if the tensors are not those of the network
     */
    void restore(List<NamedTensor> tensors, Map<String, Double> numbers) {
        count = numbers.getOrDefault(COUNT, 0.0).longValue();
        for (KeptWeights model : kept) {
            model.restore(tensors.stream().filter(model::isPart).toList());
        }
    }
}
