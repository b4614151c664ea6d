package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.NllLoss;
import org.backprop.model.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class NetworkTest {

    @org.junit.jupiter.params.Parameter
    Implementation implementation;

    private Kernels kernels;

    @BeforeEach
    void open() {
        kernels = implementation.open();
    }

    private Network network(long seed, int maxBatch) {
        Models layers = new Models()
                .add("flatten", new FlattenLayer())
                .add("hidden", Models.dense(5, Activation.RELU))
                .add("drop", new DropoutLayer(0.5))
                .add("out", Models.dense(3, Activation.LOG_SOFTMAX));
        return Network.compile(layers.build(new NllLoss(), seed), Shape.of(2, 2), kernels, maxBatch);
    }

    @Test
    void parametersHaveTheNamesShapesAndOrderOfATorchStateDict() {
        List<Parameter> parameters = network(1, 4).parameters();
        assertEquals(
                List.of("hidden.weight", "hidden.bias", "out.weight", "out.bias"),
                parameters.stream().map(Parameter::name).toList());
        assertEquals(
                List.of(List.of(5, 4), List.of(5), List.of(3, 5), List.of(3)),
                parameters.stream().map(Parameter::shape).toList());
        assertEquals(
                List.of(0, 20, 25, 40),
                parameters.stream().map(Parameter::offset).toList());
    }

    @Test
    void initialWeightsAreUniformWithinTheBoundOfTheFanIn() {
        Models layers = new Models().add("wide", Models.dense(300, Activation.LINEAR));
        Network network = Network.compile(layers.build(new NllLoss(), 1), Shape.of(100), kernels, 1);
        float[] weights = network.state().getFirst().values();
        double sum = 0;
        float greatest = 0;
        for (float weight : weights) {
            greatest = Math.max(greatest, Math.abs(weight));
            sum += weight;
        }
        assertTrue(greatest <= 0.1f && greatest > 0.0995f, "greatest " + greatest);
        assertEquals(0, sum / weights.length, 0.001);
    }

    @Test
    void theSeedDecidesTheInitialWeights() {
        float[] weights = network(1, 4).state().getFirst().values();
        assertArrayEquals(weights, network(1, 7).state().getFirst().values());
        assertTrue(!Arrays.equals(weights, network(2, 4).state().getFirst().values()));
    }

    @Test
    void predictionsDoNotDependOnTheBatchSize() {
        float[] features = new float[10 * 4];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) Math.sin(i);
        }
        float[] expected = network(1, 10).predict(features);
        assertEquals(30, expected.length);
        assertArrayEquals(expected, network(1, 4).predict(features), 1e-6f);
        assertArrayEquals(expected, network(1, 1).predict(features), 1e-6f);
        for (int sample = 0; sample < 10; sample++) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += Math.exp(expected[sample * 3 + i]);
            }
            assertEquals(1, sum, 1e-5);
        }
    }

    @Test
    void aBranchThatDoesNotLeadToTheOutputKeepsItsParameters() {
        Models layers = new Models()
                .add("trunk", Models.dense(4, Activation.TANH))
                .add("branch", "trunk", Models.dense(2, Activation.TANH))
                .add("out", "trunk", Models.dense(3, Activation.LOG_SOFTMAX));
        Network network = Network.compile(layers.build(new NllLoss(), 1), Shape.of(2), kernels, 1);
        Plan plan = network.plan(1);
        assertEquals(List.of("trunk", "out"), List.copyOf(plan.outputs().keySet()));
        assertEquals(6, network.parameters().size());
    }

    @Test
    void loadingTensorsThatDoNotFitNamesTheTensorAndChangesNothing() {
        Network network = network(1, 4);
        List<NamedTensor> state = network.state();
        List<NamedTensor> incomplete = state.subList(0, 3);
        String missing = assertThrows(IllegalArgumentException.class, () -> network.load(incomplete))
                .getMessage();
        assertTrue(missing.contains("out.bias"), missing);
        List<NamedTensor> wrong = List.of(
                new NamedTensor("hidden.weight", List.of(4, 5), new float[20]),
                state.get(1),
                state.get(2),
                state.get(3));
        String shape = assertThrows(IllegalArgumentException.class, () -> network.load(wrong))
                .getMessage();
        assertTrue(shape.contains("hidden.weight") && shape.contains("[5, 4]"), shape);
        assertArrayEquals(state.getFirst().values(), network.state().getFirst().values());
    }

    @Test
    void aBatchLargerThanCompiledForIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> network(1, 4).plan(5));
    }
}
