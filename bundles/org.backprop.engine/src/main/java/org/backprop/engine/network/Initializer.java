package org.backprop.engine.network;

import java.util.List;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.layers.ParameterShape;
import org.backprop.engine.random.RandomSequence;
import org.backprop.engine.random.Streams;

/** Sets the initial values of all parameters, drawn from the seed, and statistics; each parameter has its own stream. */
record Initializer(long seed) {

    void initialize(List<Node> nodes, Memory memory) {
        int index = 0;
        for (Node node : nodes) {
            for (int i = 0; i < node.parameters().size(); i++) {
                ParameterShape shape = node.definition().parameters().get(i);
                write(memory.parametersOf(node), node.parameters().get(i), shape, Streams.initialization(index++));
            }
            for (int i = 0; i < node.statistics().size(); i++) {
                ParameterShape shape = node.definition().statistics().get(i);
                write(memory.statistics(), node.statistics().get(i), shape, Streams.initialization(0));
            }
        }
    }

    private void write(Buffer flat, Parameter parameter, ParameterShape shape, long stream) {
        RandomSequence random = new RandomSequence(seed, stream);
        float[] values = shape.values(random);
        flat.write(parameter.offset(), values, 0, values.length);
    }
}
