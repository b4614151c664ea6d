package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Parameter;
import org.backprop.engine.network.TensorCodec;
import org.backprop.engine.network.TensorView;

/** A copy of a network's trained parameters and statistics, to be kept with a checkpoint under a name of its own. */
final class KeptWeights {

    private final Network network;
    private final String prefix;
    private final TensorCodec parameterCodec;
    private final TensorCodec statisticsCodec;
    private final View parameters;
    private final View statistics;
    private boolean kept;

    KeptWeights(Network network, String name) {
        this.network = network;
        prefix = name + "/";
        parameterCodec = new TensorCodec(network.parameters());
        statisticsCodec = new TensorCodec(network.statistics());
        Kernels kernels = network.kernels();
        parameters = like(kernels, network.parameterVector().orElseThrow());
        statistics =
                network.statisticsVector().map(vector -> like(kernels, vector)).orElse(null);
    }

    private static View like(Kernels kernels, View vector) {
        return kernels.allocate(vector.length()).view(0, 1, vector.length());
    }

    /** Keeps these parameters {@code [1, N]} and the network's statistics. */
    void keep(View values) {
        network.kernels().copy(values, parameters);
        if (statistics != null) {
            network.kernels().copy(network.statisticsVector().orElseThrow(), statistics);
        }
        kept = true;
    }

    /**
     * Puts what was kept into the network.
     *
     * @return whether anything was kept
     */
    boolean enter() {
        if (kept) {
            network.kernels().copy(parameters, network.parameterVector().orElseThrow());
        }
        if (kept && statistics != null) {
            network.kernels().copy(statistics, network.statisticsVector().orElseThrow());
        }
        return kept;
    }

    /** The kept tensors and the frozen ones, named as in the network; none if nothing was kept. */
    List<TensorView> tensors() {
        return tensors("");
    }

    /** The kept tensors, named for a checkpoint; none if nothing was kept. */
    List<TensorView> state() {
        return tensors(prefix);
    }

    private List<TensorView> tensors(String start) {
        if (!kept) {
            return List.of();
        }
        List<TensorView> tensors = new ArrayList<>(parameterCodec.views(parameters.buffer(), start));
        if (start.isEmpty()) {
            int trained = tensors.size();
            tensors.addAll(network.tensors()
                    .subList(trained, trained + network.frozen().size()));
        }
        if (statistics != null) {
            tensors.addAll(statisticsCodec.views(statistics.buffer(), start));
        }
        return tensors;
    }

    /** Keeps nothing any more. */
    void forget() {
        kept = false;
    }

    /** Whether anything is kept. */
    boolean exists() {
        return kept;
    }

    /** Whether a tensor of a checkpoint is one of these. */
    boolean isPart(NamedTensor tensor) {
        return tensor.name().startsWith(prefix);
    }

    /**
     * Takes what a checkpoint has of them.
     *
     * @throws IllegalArgumentException if the tensors are not those of the network
     */
    void restore(List<NamedTensor> tensors) {
        kept = !tensors.isEmpty();
        if (kept) {
            List<Parameter> all = new ArrayList<>(network.parameters());
            all.addAll(network.statistics());
            new TensorCodec(all).check(tensors, List.of(prefix));
            parameterCodec.write(tensors, prefix, parameters.buffer());
            if (statistics != null) {
                statisticsCodec.write(tensors, prefix, statistics.buffer());
            }
        }
    }
}
