package org.backprop.exchange.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.backprop.exchange.ExchangeException;
import org.backprop.exchange.TrainedNetwork;
import org.backprop.exchange.TrainedNetwork.LayerShapes;
import org.backprop.model.Image;
import org.backprop.model.Shape;
import org.backprop.runlog.tensor.Tensor;

/**
 * What the nodes of one layer are made of.
 *
 * @param graph where they go
 * @param network where the weights come from
 * @param layer the layer
 * @param inputs names of the values that it takes
 */
record Operands(Graph graph, TrainedNetwork network, LayerShapes layer, List<String> inputs) {

    /** Name of the first input. */
    String x() {
        return inputs.getFirst();
    }

    /** Shape of the first input for one sample. */
    Shape shape() {
        return layer.inputs().getFirst();
    }

    /** The first input as an image [batch, channels, rows, columns]. */
    String image() {
        Image image = Image.of(shape());
        return shape().rank() == 3
                ? x()
                : reshaped(x(), LongStream.of(image.channels(), image.height(), image.width()));
    }

    /** A value with samples of another shape. */
    String reshaped(String value, LongStream sample) {
        return graph.node("Reshape", value, graph.numbers(LongStream.concat(LongStream.of(0), sample)));
    }

    /** A value with samples of another shape. */
    String reshaped(String value, Shape sample) {
        return reshaped(value, sample.dims().stream().mapToLong(Integer::longValue));
    }

    /** A node whose inputs are a value, the weight and, if there is one, the bias. */
    String weighted(String operator, Map<String, Object> attributes, String value, boolean bias)
            throws ExchangeException {
        String weight = weight("weight");
        return bias
                ? graph.node(operator, attributes, value, weight, weight("bias"))
                : graph.node(operator, attributes, value, weight);
    }

    /** A weight of the layer as it is. */
    String weight(String role) throws ExchangeException {
        return graph.weight(role, tensor(role));
    }

    /** A weight of the layer with a number for each channel, so that it is broadcast to the channels of a sample. */
    String channelWeight(String role) throws ExchangeException {
        Tensor tensor = tensor(role);
        List<Long> shape = new ArrayList<>(Collections.nCopies(shape().rank(), 1L));
        shape.set(0, (long) tensor.elements());
        return graph.weight(role, Tensor.of(tensor.dtype(), shape, tensor.data()));
    }

    /** The values of a weight of the layer. */
    Tensor tensor(String role) throws ExchangeException {
        return network.weight(layer.layer().name(), role);
    }

    /** As many equal numbers. */
    String repeated(String word, int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return graph.constant(word, Tensor.floats(values, count));
    }
}
