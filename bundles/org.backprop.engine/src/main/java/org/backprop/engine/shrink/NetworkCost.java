package org.backprop.engine.shrink;

import java.util.List;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.model.Layer;
import org.backprop.model.Shape;

/**
 * What a network costs.
 *
 * @param parameters number of its parameters
 * @param flops multiplications and additions of the forward pass for one sample
 * @param weights number of its weights, without biases, scales and slopes
 * @param zeros number of those that are 0
 */
public record NetworkCost(long parameters, long flops, long weights, long zeros) {

    /** The cost of a network with these layers. */
    public static NetworkCost of(List<Layer> layers, Shape input, Network network) {
        Shapes shapes = new Shapes(layers, input);
        long weights = 0;
        long zeros = 0;
        for (NamedTensor tensor : network.state()) {
            if (tensor.shape().size() > 1) {
                weights += tensor.values().length;
                zeros += zeros(tensor.values());
            }
        }
        return new NetworkCost(shapes.parameters(), shapes.flops(), weights, zeros);
    }

    private static long zeros(float[] values) {
        long zeros = 0;
        for (float value : values) {
            if (value == 0) {
                zeros++;
            }
        }
        return zeros;
    }

    /** Share of the weights that are 0. */
    public double sparsity() {
        return weights == 0 ? 0 : (double) zeros / weights;
    }
}
