package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.AddLayer;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;

class FusionTest {

    private static final Shape INPUT = Shape.of(1, 4, 4);
    private static final ActivationLayer RELU = new ActivationLayer(Activation.RELU);

    private static Plan plan(Models layers) {
        return network(layers).plan(2);
    }

    private static Network network(Models layers) {
        return Network.compile(layers.build(new CrossEntropyLoss(), 1), INPUT, new Nd4jKernels(2), 2);
    }

    private static List<String> executed(Models layers) {
        return List.copyOf(plan(layers).outputs().keySet());
    }

    @Test
    void anActivationIsFusedIntoConvolutionsNormsSumsAndDenseLayers() {
        Models layers = new Models()
                .add("conv", Models.conv2d(2, 3, Activation.LINEAR))
                .add("relu1", RELU)
                .add("norm", Models.batchNorm())
                .add("relu2", RELU)
                .add("sum", List.of("relu1", "relu2"), new AddLayer(Activation.LINEAR))
                .add("relu3", RELU)
                .add("flatten", new FlattenLayer())
                .add("dense", Models.dense(3, Activation.LINEAR))
                .add("relu4", RELU);
        assertEquals(List.of("conv", "norm", "sum", "dense"), executed(layers));
    }

    @Test
    void nothingIsFusedWithALayerThatHasAnActivationOrCannotHaveOne() {
        Models layers = new Models()
                .add("flatten", new FlattenLayer())
                .add("dense", Models.dense(3, Activation.TANH))
                .add("relu", RELU)
                .add("drop", new DropoutLayer(0.5))
                .add("relu2", RELU);
        assertEquals(List.of("dense", "relu", "drop", "relu2"), executed(layers));
    }

    @Test
    void onlyOneActivationIsFused() {
        Models layers = new Models()
                .add("flatten", new FlattenLayer())
                .add("dense", Models.dense(3, Activation.LINEAR))
                .add("tanh", new ActivationLayer(Activation.TANH))
                .add("relu", RELU);
        assertEquals(List.of("dense", "relu"), executed(layers));
    }

    @Test
    void aLayerThatOthersReadKeepsItsOutput() {
        Models layers = new Models()
                .add("flatten", new FlattenLayer())
                .add("dense", Models.dense(3, Activation.LINEAR))
                .add("relu", RELU)
                .add("sum", List.of("relu", "dense"), new AddLayer(Activation.LINEAR));
        assertEquals(List.of("dense", "relu", "sum"), executed(layers));
    }

    @Test
    void theOutputOfTheNetworkIsNotActivatedByALayerBesideIt() {
        Models layers = new Models()
                .add("flatten", new FlattenLayer())
                .add("dense", Models.dense(3, Activation.LINEAR))
                .add("relu", RELU)
                .add("out", "dense", new FlattenLayer());
        assertEquals(List.of("dense"), executed(layers));
    }

    @Test
    void theActivationMayStandBehindAView() {
        Models layers = new Models()
                .add("conv", Models.conv2d(2, 3, Activation.LINEAR))
                .add("flatten", new FlattenLayer())
                .add("relu", RELU);
        assertEquals(List.of("conv"), executed(layers));
    }

    @Test
    void theNumbersAreThoseOfAnActivationInTheLayer() {
        Models apart = new Models()
                .add("conv", Models.conv2d(2, 3, Activation.LINEAR))
                .add("tanh", new ActivationLayer(Activation.TANH))
                .add("flatten", new FlattenLayer())
                .add("dense", Models.dense(3, Activation.LINEAR));
        Models together = new Models()
                .add("conv", Models.conv2d(2, 3, Activation.TANH))
                .add("flatten", new FlattenLayer())
                .add("dense", Models.dense(3, Activation.LINEAR));
        assertArrayEquals(gradient(network(together)), gradient(network(apart)));
    }

    private static float[] gradient(Network network) {
        Plan plan = network.plan(2);
        float[] input = new float[plan.input().length()];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) Math.sin(i);
        }
        plan.input().set(input);
        plan.targets().set(new float[] {0, 2});
        Pass pass = Pass.training(1, 0);
        plan.forward(pass);
        plan.backward(pass);
        return network.gradientVector().orElseThrow().toArray();
    }
}
