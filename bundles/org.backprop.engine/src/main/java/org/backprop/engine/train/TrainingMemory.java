package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.TensorCodec;
import org.backprop.engine.network.TensorView;
import org.backprop.engine.pruning.Masks;
import org.backprop.engine.train.order.Orders;
import org.backprop.engine.train.order.SampleOrder;
import org.backprop.engine.update.Updates;
import org.backprop.model.CosineRestartsSchedule;
import org.backprop.model.EarlyStopping;
import org.backprop.model.SnapshotEnsemble;
import org.backprop.model.TrainingSection;

/**
 * All that a training remembers beside the network and its position: what the updates and the stopping rules keep, the
 * parameters of the best epoch and those of a snapshot ensemble, and what the order of the samples goes by.
 */
final class TrainingMemory {

    private static final String MATRIX = "/matrix";

    private final Network network;
    private final Updates updates;
    private final StoppingRules stopRules;
    private final TensorCodec codec;
    private final KeptWeights best;
    private final Snapshots snapshots;
    private final SampleOrder order;
    private final Masks masks;
    private final ScheduledPruning pruning;

    TrainingMemory(
            Network network,
            TrainingSection settings,
            Updates updates,
            StoppingRules stopRules,
            SampleOrder order,
            Masks masks,
            ScheduledPruning pruning) {
        this.order = order;
        this.masks = masks;
        this.pruning = pruning;
        this.network = network;
        this.updates = updates;
        this.stopRules = stopRules;
        codec = new TensorCodec(network.parameters());
        best = restoresBest(settings) ? new KeptWeights(network, "best") : null;
        snapshots = settings.snapshotEnsemble()
                .map(spec -> new Snapshots(spec, restarts(settings), updates.perEpoch(), network))
                .orElse(null);
    }

    /** See {@link TrainingBytes#of}. */
    static long bytes(TrainingSection settings, long parameters) {
        int copies = (restoresBest(settings) ? 1 : 0)
                + settings.snapshotEnsemble().map(SnapshotEnsemble::most).orElse(0)
                + settings.pruning().map(ScheduledPruning::copies).orElse(0);
        return Updates.bytes(settings, parameters) + copies * parameters * Float.BYTES;
    }

    private static CosineRestartsSchedule restarts(TrainingSection settings) {
        return (CosineRestartsSchedule) settings.schedule().orElseThrow();
    }

    private static boolean restoresBest(TrainingSection settings) {
        return settings.stopping().stream()
                .anyMatch(rule -> rule instanceof EarlyStopping early && early.restoreBest());
    }

    /** After update number {@code update}, from 1. Allocates nothing, but where a snapshot is taken. */
    void afterUpdate(long update) {
        if (snapshots != null) {
            snapshots.afterUpdate(update);
        }
    }

    /** Whether {@link #afterUpdate} keeps the parameters after an update. */
    boolean awaits(long update) {
        return snapshots != null && snapshots.awaits(update);
    }

    /** After the stopping rules have seen epoch number {@code epoch}, from 1. */
    void afterEpoch(int epoch) {
        if (best != null && stopRules.wants(epoch)) {
            best.keep(updates.result());
        }
    }

    /** After weights were removed: the best epoch so far has more of them, and does not count. */
    void afterRemoval() {
        if (best != null) {
            best.forget();
        }
    }

    /** See {@link Trainer#result}. */
    List<TensorView> result() {
        if (best != null && best.exists()) {
            return best.tensors();
        }
        List<TensorView> tensors = new ArrayList<>(codec.views(updates.result().buffer(), ""));
        network.tensors().stream().skip(tensors.size()).forEach(tensors::add);
        return tensors;
    }

    /** Puts the result into the network. */
    void useResult() {
        if (best == null || !best.enter()) {
            network.kernels().copy(updates.result(), network.parameterVector().orElseThrow());
        }
    }

    /** The models of a snapshot ensemble that are kept so far. */
    List<KeptWeights> models() {
        return Optional.ofNullable(snapshots).map(Snapshots::models).orElse(List.of());
    }

    /** All tensors to be kept, named {@code <slot>/<parameter>}. */
    List<TensorView> tensors() {
        List<TensorView> tensors = new ArrayList<>();
        updates.slots().forEach((name, view) -> tensors.addAll(codec.views(view.buffer(), prefix(name))));
        tensors.addAll(matrices());
        if (best != null) {
            tensors.addAll(best.state());
        }
        if (snapshots != null) {
            tensors.addAll(snapshots.state());
        }
        order.state().ifPresent(tensors::add);
        tensors.addAll(masks.state());
        if (pruning != null) {
            tensors.addAll(pruning.state());
        }
        return tensors;
    }

    private List<TensorView> matrices() {
        return updates.matrices().entrySet().stream()
                .map(matrix -> new TensorView(
                        matrix.getKey() + MATRIX,
                        List.of(matrix.getValue().rows(), matrix.getValue().columns()),
                        matrix.getValue().buffer(),
                        0,
                        matrix.getValue().length()))
                .toList();
    }

    /** All numbers to be kept, by name. */
    Map<String, Double> numbers() {
        Map<String, Double> numbers = new TreeMap<>(updates.numbers());
        numbers.putAll(stopRules.state());
        if (snapshots != null) {
            numbers.putAll(snapshots.numbers());
        }
        if (pruning != null) {
            numbers.putAll(pruning.numbers());
        }
        return numbers;
    }

    /**
     * Goes on from the tensors of a state, the network with it.
     *
     * @throws IllegalArgumentException if the tensors do not fit the network and optimizer; then nothing was changed
     */
    void restore(TrainerState state) {
        List<String> prefixes =
                updates.slots().keySet().stream().map(TrainingMemory::prefix).toList();
        Map<Boolean, List<NamedTensor>> tensors =
                state.optimizer().stream().collect(Collectors.partitioningBy(this::isKept));
        codec.check(tensors.get(false), prefixes);
        List<NamedTensor> kept = matrices().stream()
                .map(matrix -> find(matrix, tensors.get(true)))
                .toList();
        masks.restore(tensors.get(true).stream().filter(Masks::isPart).toList());
        network.restore(state.parameters());
        matrices().forEach(matrix -> matrix.flat().write(0, find(matrix, kept).values(), 0, matrix.length()));
        updates.slots().forEach((name, view) -> codec.write(tensors.get(false), prefix(name), view.buffer()));
        if (best != null) {
            best.restore(tensors.get(true).stream().filter(best::isPart).toList());
        }
        if (snapshots != null) {
            snapshots.restore(tensors.get(true), state.numbers());
        }
        if (pruning != null) {
            pruning.restore(tensors.get(true), state.numbers());
        }
        tensors.get(true).stream()
                .filter(tensor -> tensor.name().equals(Orders.STATE))
                .forEach(order::restore);
    }

    /** Goes on from numbers, after the tensors. */
    void restore(Map<String, Double> numbers) {
        updates.restore(numbers);
        stopRules.restore(numbers);
    }

    private static NamedTensor find(TensorView matrix, List<NamedTensor> tensors) {
        return tensors.stream()
                .filter(tensor ->
                        tensor.name().equals(matrix.name()) && tensor.shape().equals(matrix.shape()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the tensor '" + matrix.name() + "' of shape " + matrix.shape() + " is missing"));
    }

    private boolean isKept(NamedTensor tensor) {
        boolean matrix = matrices().stream().anyMatch(view -> view.name().equals(tensor.name()));
        return matrix
                || tensor.name().equals(Orders.STATE)
                || Masks.isPart(tensor)
                || pruning != null && pruning.isPart(tensor)
                || best != null && best.isPart(tensor)
                || snapshots != null && snapshots.isPart(tensor);
    }

    private static String prefix(String slot) {
        return slot + "/";
    }
}
