package org.backprop.engine.network;

import java.util.Arrays;
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
                write(memory.parameters(), node.parameters().get(i), uniform(index++, shape));
            }
            for (int i = 0; i < node.statistics().size(); i++) {
                float[] values = new float[node.statistics().get(i).length()];
                Arrays.fill(values, node.definition().statistics().get(i).center());
                write(memory.statistics(), node.statistics().get(i), values);
            }
        }
    }

    private static void write(Buffer flat, Parameter parameter, float[] values) {
        flat.write(parameter.offset(), values, 0, values.length);
    }

    private float[] uniform(int index, ParameterShape shape) {
        RandomSequence random = new RandomSequence(seed, Streams.initialization(index));
        float[] values = new float[shape.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shape.center() + (2 * random.nextUniform() - 1) * shape.bound();
        }
        return values;
    }
}
