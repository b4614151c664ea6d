package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.engine.train.StepView;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Activation;
import org.backprop.model.Adam;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.FlattenLayer;
import org.backprop.model.Model;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class FreezeTest {

    private static final int BATCH = 6;
    private static final Shape INPUT = Shape.of(2, 4, 4);

    @org.junit.jupiter.params.Parameter
    Implementation implementation;

    private static Models layers() {
        return new Models()
                .add("conv1", Models.conv2d(3, 3, Activation.RELU))
                .add("conv2", Models.conv2d(3, 3, Activation.LINEAR))
                .add("norm", Models.batchNorm())
                .add("flatten", new FlattenLayer())
                .add("hidden", Models.dense(5, Activation.TANH))
                .add("out", Models.dense(3, Activation.LINEAR));
    }

    private static Model model(String... frozen) {
        Adam decaying = new Adam(0.01, 0.9, 0.999, 1e-8, 0.1);
        return layers().freeze(frozen).build(Models.training(new CrossEntropyLoss(), decaying, BATCH, 2, 5));
    }

    private Network network(String... frozen) {
        return Network.compile(model(frozen), INPUT, implementation.open(), BATCH);
    }

    private static Map<String, float[]> values(List<NamedTensor> tensors) {
        return tensors.stream().collect(Collectors.toMap(NamedTensor::name, NamedTensor::values));
    }

    private static Map<String, float[]> gradients(Network network) {
        Plan plan = network.plan(BATCH);
        float[] input = new float[plan.input().length()];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) Math.sin(i * i);
        }
        plan.input().set(input);
        plan.targets().set(new float[] {0, 1, 2, 0, 1, 2});
        Pass pass = Pass.training(1, 0);
        plan.forward(pass);
        plan.backward(pass);
        return values(new TensorCodec(network.parameters())
                .views(network.gradientBuffer(), "").stream()
                        .map(TensorView::copy)
                        .toList());
    }

    private static Dataset data() {
        float[] features = new float[20 * 32];
        int[] labels = new int[20];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) Math.cos(i * i);
            labels[i / 32] = i / 32 % 3;
        }
        return new Dataset(INPUT, features, labels, null, List.of("a", "b", "c"));
    }

    @Test
    void frozenLayersKeepEveryBitWhileTheOthersTrain() {
        Model model = model("conv*", "norm");
        Network network = Network.compile(model, INPUT, implementation.open(), BATCH);
        Map<String, float[]> before = values(network.state());
        new Trainer(network, model.training(), data(), Optional.empty()).run();
        Map<String, float[]> after = values(network.state());
        for (Parameter parameter : network.frozen()) {
            assertArrayEquals(before.get(parameter.name()), after.get(parameter.name()), parameter.name());
        }
        for (Parameter parameter : network.parameters()) {
            assertFalse(Arrays.equals(before.get(parameter.name()), after.get(parameter.name())), parameter.name());
        }
        assertEquals(List.of("hidden.weight", "hidden.bias", "out.weight", "out.bias"), names(network.parameters()));
        assertEquals(
                List.of("conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias", "norm.weight", "norm.bias"),
                names(network.frozen()));
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    @Test
    void aFrozenLayerHandsTheSameGradientOn() {
        Map<String, float[]> all = gradients(network());
        Map<String, float[]> some = gradients(network("conv2", "norm", "hidden"));
        assertEquals(4, some.size());
        some.forEach((name, gradient) -> assertArrayEquals(all.get(name), gradient, name));
    }

    @Test
    void theInitialWeightsDoNotDependOnWhatIsFrozen() {
        Map<String, float[]> all = values(network().state());
        Map<String, float[]> some = values(network("conv1", "hidden").state());
        assertEquals(all.keySet(), some.keySet());
        some.forEach((name, initial) -> assertArrayEquals(all.get(name), initial, name));
    }

    @Test
    void nothingIsDifferentiatedBeforeTheFirstLayerThatTrains() {
        Graph graph = new Graph(model("conv1", "conv2", "norm").network(), INPUT);
        GradientFlow flow = new GradientFlow(graph);
        List<Boolean> differentiated = IntStream.range(0, graph.executed().size())
                .mapToObj(flow::differentiated)
                .toList();
        assertEquals(List.of(false, false, false, true, true), differentiated);
        assertFalse(graph.differentiatesFrozen());
        assertTrue(new Graph(model("conv2").network(), INPUT).differentiatesFrozen());
    }

    @Test
    void aRunWithFrozenLayersGoesOnBitForBit() {
        Model model = model("conv1", "norm");
        Network whole = Network.compile(model, INPUT, implementation.open(), BATCH);
        Trainer trainer = new Trainer(whole, model.training(), data(), Optional.empty());
        Trainer first = new Trainer(
                Network.compile(model, INPUT, implementation.open(), BATCH),
                model.training(),
                data(),
                Optional.empty());
        first.addListener(new TrainingListener() {
            @Override
            public void onStep(StepView step) {
                if (step.step() == 3) {
                    first.stop();
                }
            }
        });
        trainer.run();
        first.run();
        Network resumed = Network.compile(model, INPUT, implementation.open(), BATCH);
        Trainer second = new Trainer(resumed, model.training(), data(), Optional.empty());
        second.restore(first.state());
        second.run();
        Map<String, float[]> expected = values(whole.state());
        values(resumed.state()).forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
    }
}
