package org.backprop.engine.shrink;

import java.util.List;
import java.util.Optional;

import org.backprop.engine.kernels.SparseKernels;
import org.backprop.engine.network.Network;
import org.backprop.model.Model;
import org.backprop.model.Shape;

/**
 * What it brings to leave out the weights that are 0 when predicting.
 *
 * @param layers names of the layers that are large and sparse enough for it
 * @param speed how fast the network predicts with and without these weights; empty if there is no such layer
 */
public record SparseGain(List<String> layers, Optional<ForwardSpeed> speed) {

    private static final String WEIGHT = ".weight";

    /** Copies the list. */
    public SparseGain {
        layers = List.copyOf(layers);
    }

    /** Measures a network. */
    public static SparseGain measure(Model model, Shape input, Network network) {
        List<String> layers = network.kernels() instanceof SparseKernels
                ? network.tensors().stream()
                        .filter(tensor ->
                                tensor.shape().size() == 2 && tensor.name().endsWith(WEIGHT))
                        .filter(tensor -> SparseKernels.pays(tensor.flat().view(tensor.offset(), 1, tensor.length())))
                        .map(tensor -> tensor.name().substring(0, tensor.name().length() - WEIGHT.length()))
                        .toList()
                : List.of();
        if (layers.isEmpty()) {
            return new SparseGain(layers, Optional.empty());
        }
        Network sparse = Network.compile(model, input, network.kernels(), network.maxBatch());
        sparse.restore(network.state());
        sparse.predictOnly();
        return new SparseGain(layers, Optional.of(ForwardSpeed.measure(network, sparse)));
    }
}
