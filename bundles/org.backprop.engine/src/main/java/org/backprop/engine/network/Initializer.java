package org.backprop.engine.network;

import java.util.List;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.layers.ParameterShape;
import org.backprop.engine.random.RandomSequence;
import org.backprop.engine.random.Streams;

/** Draws the initial values of all parameters from the seed; each parameter has its own random stream. */
record Initializer(long seed) {

    void initialize(List<Node> nodes, Buffer parameters) {
        int index = 0;
        for (Node node : nodes) {
            for (int i = 0; i < node.parameters().size(); i++) {
                Parameter parameter = node.parameters().get(i);
                ParameterShape shape = node.definition().parameters().get(i);
                float[] values = uniform(index++, parameter.length(), shape.bound());
                parameters.write(parameter.offset(), values, 0, values.length);
            }
        }
    }

    private float[] uniform(int index, int length, float bound) {
        RandomSequence random = new RandomSequence(seed, Streams.initialization(index));
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (2 * random.nextUniform() - 1) * bound;
        }
        return values;
    }
}
