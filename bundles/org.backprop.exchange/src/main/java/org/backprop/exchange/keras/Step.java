package org.backprop.exchange.keras;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.NetworkBuilder;
import org.backprop.model.Activation;
import org.backprop.model.Shape;
import org.backprop.runlog.tensor.Tensor;

/**
 * One layer on its way from Keras to the model.
 *
 * @param layer the layer
 * @param in what flows into it
 * @param builder gets what it becomes
 * @param weights where its weights are
 */
record Step(KerasLayer layer, List<Flow> in, NetworkBuilder builder, KerasWeights weights) {

    /** What flows into it first. */
    Flow x() {
        return in.getFirst();
    }

    /** Its settings. */
    Settings config() {
        return layer.config();
    }

    /**
     * Its weights.
     *
     * @param count how many arrays there must be at least; state of random numbers may follow
     */
    List<Tensor> tensors(int count) throws IOException {
        List<Tensor> found = weights.of(layer);
        if (found.size() < count) {
            throw layer.refused("it has " + found.size() + " arrays of weights in the file, but needs " + count);
        }
        return found.subList(0, count);
    }

    /** An array of weights, whose shape must be this. */
    Tensor checked(Tensor tensor, long... shape) throws ExchangeException {
        if (!tensor.shape().equals(Arrays.stream(shape).boxed().toList())) {
            throw layer.refused(
                    "its weights have the shape " + tensor.shape() + " in the file, need " + Arrays.toString(shape));
        }
        return tensor;
    }

    /** Adds a layer of ours that gives what the next takes; the shape follows. */
    Flow add(String type, Map<String, Object> parameters, Map<String, Tensor> tensors) throws ExchangeException {
        return then(x(), "", type, parameters, tensors);
    }

    /** Adds one of several layers that this becomes. */
    Flow then(Flow from, String suffix, String type, Map<String, Object> parameters, Map<String, Tensor> tensors)
            throws ExchangeException {
        String name = builder.add(layer.name() + suffix, type, parameters, List.of(from.layer()), tensors);
        return new Flow(name, builder.shape(name), from.channelsFirst(), from.order());
    }

    /** Adds a layer that takes all inputs. */
    Flow join(String type, int[] order) throws ExchangeException {
        String name = builder.add(
                layer.name(), type, Map.of(), in.stream().map(Flow::layer).toList(), Map.of());
        return new Flow(name, builder.shape(name), x().channelsFirst(), order);
    }

    /** The same elements, as Keras sees them in a vector or as they were. */
    static Flow as(Flow flow, int[] order) {
        return new Flow(flow.layer(), flow.shape(), flow.channelsFirst(), order);
    }

    /** Parameters with the activation function, if it has one. */
    Map<String, Object> withFunction(Map<String, Object> parameters) throws ExchangeException {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        Functions.of(config(), layer)
                .filter(function -> function != Activation.LINEAR)
                .ifPresent(function -> all.put("activation", function.key()));
        return all;
    }

    /** The shape of the first input. */
    Shape shape() {
        return x().shape();
    }
}
