package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.AddLayer;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GlobalAvgPoolLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.LstmLayer;
import org.backprop.model.MseLoss;
import org.backprop.model.NllLoss;
import org.backprop.model.Padding;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
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

    private Network normalized() {
        Models layers = new Models()
                .add("conv", Models.conv2d(2, 3, Activation.LINEAR))
                .add("norm", Models.batchNorm())
                .add("lstm", "input", new LstmLayer(2, false, true))
                .add("pool", "norm", new GlobalAvgPoolLayer())
                .add("sum", List.of("pool", "lstm"), new AddLayer(Activation.LINEAR));
        return Network.compile(layers.build(new CrossEntropyLoss(), 1), Shape.of(4, 4), kernels, 2);
    }

    @Test
    void parametersAndStatisticsAreNamedAndShapedAsInATorchStateDict() {
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        normalized().state().forEach(tensor -> shapes.put(tensor.name(), tensor.shape()));
        Map<String, List<Integer>> expected = new LinkedHashMap<>();
        expected.put("conv.weight", List.of(2, 1, 3, 3));
        expected.put("conv.bias", List.of(2));
        expected.put("norm.weight", List.of(2));
        expected.put("norm.bias", List.of(2));
        expected.put("lstm.weight_ih_l0", List.of(8, 4));
        expected.put("lstm.weight_hh_l0", List.of(8, 2));
        expected.put("lstm.bias_ih_l0", List.of(8));
        expected.put("lstm.bias_hh_l0", List.of(8));
        expected.put("norm.running_mean", List.of(2));
        expected.put("norm.running_var", List.of(2));
        assertEquals(expected, shapes);
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(shapes.keySet()));
    }

    @Test
    void normalizationStartsAsTheIdentityWithoutHistory() {
        for (NamedTensor tensor : normalized().state()) {
            switch (tensor.name()) {
                case "norm.weight", "norm.running_var" -> assertArrayEquals(new float[] {1, 1}, tensor.values());
                case "norm.bias", "norm.running_mean" -> assertArrayEquals(new float[] {0, 0}, tensor.values());
                default -> assertTrue(tensor.values()[0] != 0, tensor.name());
            }
        }
    }

    @Test
    void weightsWithoutStatisticsMayBeLoaded() {
        Network network = normalized();
        List<NamedTensor> state = network.state();
        float[] variance = {3, 4};
        network.load(List.of(
                state.get(0),
                state.get(1),
                state.get(2),
                state.get(3),
                state.get(4),
                state.get(5),
                state.get(6),
                state.get(7),
                new NamedTensor("norm.running_var", List.of(2), variance)));
        assertArrayEquals(new float[] {0, 0}, network.state().get(8).values());
        assertArrayEquals(variance, network.state().get(9).values());
        List<NamedTensor> withoutWeight = state.subList(1, 10);
        assertThrows(IllegalArgumentException.class, () -> network.load(withoutWeight));
        assertThrows(IllegalArgumentException.class, () -> network.restore(state.subList(0, 9)));
    }

    @Test
    void theOutputsOfAllLayersStayUntilTheLossIsKnown() {
        List<LayerSpec> specs = List.of(
                Models.conv2d(3, 3, Activation.LINEAR),
                Models.batchNorm(),
                new AddLayer(Activation.LINEAR),
                new AvgPool2dLayer(Size2d.of(2), Optional.empty(), Padding.VALID),
                new DropoutLayer(0.5),
                new GlobalAvgPoolLayer());
        Models layers = new Models();
        List<float[]> expected = new ArrayList<>();
        float[] features = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        for (int i = 0; i < specs.size(); i++) {
            layers.add(
                    "layer" + i,
                    i == 2 ? List.of("layer1", "layer0") : List.of(i == 0 ? "input" : "layer" + (i - 1)),
                    specs.get(i));
            expected.add(image(layers).predict(features));
        }
        Plan plan = image(layers).plan(1);
        plan.input().set(features);
        plan.forward(Pass.INFERENCE);
        plan.loss();
        for (int i = 0; i < specs.size(); i++) {
            assertArrayEquals(expected.get(i), plan.outputs().get("layer" + i).toArray(), "layer" + i);
        }
    }

    private Network image(Models layers) {
        return Network.compile(layers.build(new MseLoss(), 1), Shape.of(1, 4, 4), kernels, 1);
    }

    @Test
    void aLayerThatCannotTakeItsInputIsRefused() {
        Models layers = new Models().add("lstm", new LstmLayer(2, false, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> Network.compile(layers.build(new MseLoss(), 1), Shape.of(4), kernels, 1));
    }

    @Test
    void aBatchLargerThanCompiledForIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> network(1, 4).plan(5));
    }
}
