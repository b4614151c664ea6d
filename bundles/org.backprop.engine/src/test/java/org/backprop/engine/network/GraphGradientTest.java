package org.backprop.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.AddLayer;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GlobalAvgPoolLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.Padding;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the gradients of networks whose layers have several inputs and several readers. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class GraphGradientTest {

    private static final AddLayer SUM = new AddLayer(Activation.LINEAR);

    @Parameter
    Implementation implementation;

    private void check(Models layers, Shape input) {
        GradientCheck.check(layers, new CrossEntropyLoss(), input, implementation.open());
    }

    private static Models start() {
        return new Models().add("a", Models.dense(4, Activation.TANH));
    }

    private static LayerSpec out() {
        return Models.dense(3, Activation.LINEAR);
    }

    @Test
    void aValueMayBeAddedToItself() {
        check(start().add("sum", List.of("a", "a"), SUM).add("out", out()), Shape.of(5));
    }

    @Test
    void aValueMayBeAddedToItselfBesideOtherReaders() {
        Models layers = start().add("b", Models.dense(4, Activation.SIGMOID))
                .add("sum", List.of("b", "a", "b", "a"), new AddLayer(Activation.TANH))
                .add("c", "a", Models.dense(4, Activation.TANH))
                .add("total", List.of("c", "sum"), SUM);
        check(layers.add("out", out()), Shape.of(5));
    }

    @Test
    void theInputOfTheNetworkMayBeAdded() {
        check(start().add("sum", List.of("input", "a"), SUM).add("out", out()), Shape.of(4));
    }

    @Test
    void aValueAndItsViewMayBothBeRead() {
        Models layers = new Models()
                .add("conv", Models.conv2d(2, 3, Activation.TANH))
                .add("flat", new FlattenLayer())
                .add("hidden", Models.dense(3, Activation.TANH))
                .add("pool", "conv", new AvgPool2dLayer(Size2d.of(4), java.util.Optional.empty(), Padding.VALID))
                .add("pooled", new FlattenLayer())
                .add("other", Models.dense(3, Activation.TANH))
                .add("sum", List.of("hidden", "other"), SUM);
        check(layers, Shape.of(1, 4, 4));
    }

    @Test
    void residualBlocksWithBatchNormalization() {
        Models layers = new Models()
                .add("conv0", Models.conv2d(2, 3, Activation.LINEAR))
                .add("norm0", Models.batchNorm())
                .add("tanh0", new ActivationLayer(Activation.TANH))
                .add("conv1", Models.conv2d(2, 3, Activation.LINEAR))
                .add("norm1", Models.batchNorm())
                .add("sum1", List.of("norm1", "tanh0"), new AddLayer(Activation.TANH))
                .add("conv2", Models.conv2d(3, 3, Activation.LINEAR))
                .add("norm2", Models.batchNorm())
                .add("projection", "sum1", Models.conv2d(3, 1, Activation.LINEAR))
                .add("sum2", List.of("projection", "norm2"), SUM)
                .add("sigmoid2", new ActivationLayer(Activation.SIGMOID))
                .add("pool", new GlobalAvgPoolLayer());
        check(layers.add("out", out()), Shape.of(2, 4, 4));
    }

    @Test
    void anActivationBehindALayerThatOthersReadToo() {
        Models layers = start().add("linear", Models.dense(4, Activation.LINEAR))
                .add("tanh", new ActivationLayer(Activation.TANH))
                .add("other", "linear", Models.dense(4, Activation.SIGMOID))
                .add("sum", List.of("other", "tanh"), SUM);
        check(layers.add("out", out()), Shape.of(5));
    }

    @Test
    void branchesThatDoNotLeadToTheOutputDoNotDisturb() {
        Models layers = start().add("unread", Models.dense(4, Activation.RELU))
                .add("linear", "a", Models.dense(4, Activation.LINEAR))
                .add("unread_sum", List.of("unread", "linear"), SUM)
                .add("tanh", "linear", new ActivationLayer(Activation.TANH));
        check(layers.add("out", out()), Shape.of(5));
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 30).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomGraphs(int seed) {
        Random random = new Random(seed);
        Models layers = start();
        List<String> names = new ArrayList<>(List.of("a"));
        for (int i = 0; i < 7; i++) {
            String name = "layer" + i;
            LayerSpec spec = switch (random.nextInt(7)) {
                case 0 -> Models.dense(4, Activation.TANH);
                case 1 -> Models.dense(4, Activation.LINEAR);
                case 2 -> new ActivationLayer(Activation.SIGMOID);
                case 3 -> new DropoutLayer(0.3);
                case 4 -> new FlattenLayer();
                case 5 -> SUM;
                default -> new AddLayer(Activation.TANH);
            };
            int inputs = spec instanceof AddLayer ? 2 + random.nextInt(2) : 1;
            layers.add(
                    name,
                    random.ints(inputs, Math.max(0, names.size() - 3), names.size())
                            .mapToObj(names::get)
                            .toList(),
                    spec);
            names.add(name);
        }
        layers.add("sum", names, SUM);
        check(layers.add("out", out()), Shape.of(5));
    }
}
