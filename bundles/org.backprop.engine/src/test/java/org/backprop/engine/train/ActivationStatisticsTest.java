package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.network.WatchedLayer;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.NllLoss;
import org.backprop.model.Padding;
import org.backprop.model.Sgd;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class ActivationStatisticsTest {

    private static final int BATCH = 9;
    private static final int SIDE = 50;
    private static final Shape INPUT = Shape.of(2, SIDE, SIDE);

    @Parameter
    Implementation implementation;

    private Network network() {
        Models layers = new Models()
                .add("conv", Models.conv2d(4, 3, Activation.RELU))
                .add("pool", new MaxPool2dLayer(Size2d.of(5), Optional.empty(), Padding.VALID))
                .add("drop", new DropoutLayer(0.5))
                .add("flat", new FlattenLayer())
                .add("tanh", Models.dense(12, Activation.TANH))
                .add("gate", Models.dense(6, Activation.SIGMOID))
                .add("out", Models.dense(3, Activation.LOG_SOFTMAX));
        return Network.compile(layers.build(new NllLoss(), 3), INPUT, implementation.open(), BATCH);
    }

    private static void fill(Network network, String parameter, int index, float value) {
        int offset = network.parameters().stream()
                .filter(each -> each.name().equals(parameter))
                .findFirst()
                .orElseThrow()
                .offset();
        network.parameterBuffer().write(offset + index, new float[] {value}, 0, 1);
    }

    private static Plan forward(Network network) {
        Plan plan = network.plan(BATCH);
        Random random = new Random(1);
        float[] values = new float[plan.input().length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        plan.input().set(values);
        plan.targets().set(new float[BATCH]);
        plan.forward(Pass.training(1, 0));
        return plan;
    }

    private static int index(Network network, String name) {
        List<String> names =
                network.watchedLayers().stream().map(WatchedLayer::name).toList();
        return names.indexOf(name);
    }

    @Test
    void layersWithParametersOrAFunctionAreWatched() {
        assertEquals(
                List.of(
                        new WatchedLayer("conv", Activation.RELU, 4, SIDE * SIDE),
                        new WatchedLayer("tanh", Activation.TANH, 12, 1),
                        new WatchedLayer("gate", Activation.SIGMOID, 6, 1),
                        new WatchedLayer("out", Activation.LOG_SOFTMAX, 3, 1)),
                network().watchedLayers());
    }

    @Test
    void momentsZerosAndHistogramAreThoseOfTheOutputs() {
        Network network = network();
        Plan plan = forward(network);
        LayerActivations activations = new LayerActivations(network);
        activations.take(plan);
        for (WatchedLayer layer : network.watchedLayers()) {
            float[] values = plan.outputs().get(layer.name()).toArray();
            ActivationStatistics taken = activations.of(index(network, layer.name()));
            double mean = IntStream.range(0, values.length)
                    .mapToDouble(i -> values[i])
                    .average()
                    .orElseThrow();
            double variance = IntStream.range(0, values.length)
                    .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                    .average()
                    .orElseThrow();
            long zeros = IntStream.range(0, values.length)
                    .filter(i -> values[i] == 0)
                    .count();
            assertEquals(mean, taken.mean(), 1e-6, layer.name());
            assertEquals(Math.sqrt(variance), taken.standardDeviation(), 1e-5, layer.name());
            assertEquals((double) zeros / values.length, taken.zeros(), 1e-12, layer.name());
            assertEquals(values.length, taken.histogram().count(), layer.name());
            assertEquals(mean, taken.histogram().sum() / values.length, 0.1, layer.name());
        }
    }

    @Test
    void aChannelThatIsZeroForTheWholeBatchIsDead() {
        Network network = network();
        LayerActivations activations = new LayerActivations(network);
        activations.take(forward(network));
        assertEquals(OptionalDouble.of(0), activations.of(0).dead());
        fill(network, "conv.bias", 1, -1000);
        activations.take(forward(network));
        assertEquals(OptionalDouble.of(0.25), activations.of(0).dead());
        assertTrue(activations.of(0).saturated().isEmpty());
        assertTrue(activations.of(index(network, "tanh")).dead().isEmpty());
    }

    @Test
    void unitsNearTheBoundsOfTheirFunctionAreSaturated() {
        Network network = network();
        LayerActivations activations = new LayerActivations(network);
        for (int unit = 0; unit < 3; unit++) {
            fill(network, "tanh.bias", unit, unit == 0 ? -1000 : 1000);
        }
        fill(network, "gate.bias", 2, -1000);
        activations.take(forward(network));
        assertEquals(3 / 12.0, saturated(activations, network, "tanh"), 0.05);
        assertEquals(1 / 6.0, saturated(activations, network, "gate"), 0.02);
        assertTrue(activations.of(index(network, "out")).saturated().isEmpty());
    }

    private static double saturated(LayerActivations activations, Network network, String layer) {
        return activations.of(index(network, layer)).saturated().orElseThrow();
    }

    @Test
    void theyAreTakenAsOftenAsAListenerAsks() {
        Random random = new Random(2);
        float[] features = new float[20 * 2 * SIDE * SIDE];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
        }
        Dataset data = new Dataset(INPUT, features, new int[20], null, List.of("a", "b", "c"));
        Trainer trainer = new Trainer(
                network(),
                Models.training(new NllLoss(), new Sgd(0.01, 0, 0, 0, false), 5, 2, 1),
                data,
                Optional.empty());
        List<Long> taken = new ArrayList<>();
        trainer.addListener(new TrainingListener() {
            @Override
            public int activationsEvery() {
                return 3;
            }

            @Override
            public void onStep(StepView step) {
                if (step.hasActivations()) {
                    taken.add(step.step());
                    assertTrue(step.activations(0).mean() > 0);
                    assertTrue(step.watchingNanos() > 0);
                } else {
                    assertThrows(IllegalStateException.class, () -> step.activations(0));
                    assertEquals(0, step.watchingNanos());
                }
            }
        });
        trainer.run();
        assertEquals(List.of(3L, 6L), taken);
    }
}
