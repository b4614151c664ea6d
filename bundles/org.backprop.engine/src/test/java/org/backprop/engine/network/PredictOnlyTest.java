package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.SparseKernels;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.Model;
import org.backprop.model.MseLoss;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;

class PredictOnlyTest {

    private static final int WIDTH = 300;

    private final Kernels kernels = Implementation.all().getLast().open();

    private Network pruned() {
        Model model = new Models()
                .add("hidden", Models.dense(WIDTH, Activation.RELU))
                .add("out", Models.dense(3, Activation.LINEAR))
                .build(new MseLoss(), 1);
        Network network = Network.compile(model, Shape.of(WIDTH), kernels, 20);
        List<NamedTensor> tensors = network.state();
        Random random = new Random(2);
        for (NamedTensor tensor : tensors) {
            for (int i = 0; i < tensor.values().length; i++) {
                tensor.values()[i] = random.nextInt(10) == 0 ? tensor.values()[i] : 0;
            }
        }
        network.restore(tensors);
        return network;
    }

    @Test
    void predictionsWithoutTheZerosAreTheSame() {
        Network network = pruned();
        float[] features = new float[47 * WIDTH];
        Random random = new Random(3);
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
        }
        float[] expected = network.predict(features);
        network.predictOnly();
        assertArrayEquals(expected, network.predict(features), 1e-5f);
        if (kernels instanceof SparseKernels) {
            Plan plan = network.plan(4);
            plan.forward(Pass.INFERENCE);
            plan.differentiateLoss();
            assertThrows(IllegalStateException.class, () -> plan.propagate(Pass.training(1, 1)));
        }
    }
}
