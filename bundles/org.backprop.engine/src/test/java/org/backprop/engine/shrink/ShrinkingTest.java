package org.backprop.engine.shrink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.RandomLayer;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.AddLayer;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.Catalogue;
import org.backprop.model.ConcatLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.DenseLayer;
import org.backprop.model.DropoutLayer;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.Family;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GlobalAvgPoolLayer;
import org.backprop.model.Layer;
import org.backprop.model.LayerSpec;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.Model;
import org.backprop.model.MseLoss;
import org.backprop.model.NetworkSection;
import org.backprop.model.Padding;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShrinkingTest {

    private static final float TOLERANCE = 1e-5f;
    private static final int SAMPLES = 3;

    private static final Kernels KERNELS = Implementation.all().getLast().open();

    /** A network and what is left of it. */
    private record Pair(Network before, Network after, Shrunk shrunk) {

        LayerChange change(String layer) {
            return shrunk.changes().stream()
                    .filter(change -> change.layer().equals(layer))
                    .findFirst()
                    .orElseThrow();
        }

        LayerSpec spec(String layer) {
            return shrunk.layers().stream()
                    .filter(found -> found.name().equals(layer))
                    .map(Layer::spec)
                    .findFirst()
                    .orElseThrow();
        }

        private static long size(Network network) {
            return network.state().stream()
                    .mapToLong(tensor -> tensor.values().length)
                    .sum();
        }

        boolean isSmaller() {
            return size(after) < size(before);
        }
    }

    private Network compile(Model model, Shape input) {
        return Network.compile(model, input, KERNELS, SAMPLES);
    }

    private Pair shrink(Model model, Shape input, Network network) {
        Shrunk shrunk = Shrinking.shrink(model.network().layers(), input, network);
        NetworkSection layers = new NetworkSection(model.network().input(), Optional.empty(), shrunk.layers());
        Network smaller = compile(new Model("smaller", model.data(), layers, model.training()), input);
        smaller.restore(shrunk.tensors());
        return new Pair(network, smaller, shrunk);
    }

    private static Pair checked(Pair pair, Random random, int indices) {
        float[] features = new float[SAMPLES * pair.before().inputs()];
        for (int i = 0; i < features.length; i++) {
            features[i] = indices > 0 ? random.nextInt(indices) : (float) random.nextGaussian();
        }
        float[] expected = pair.before().predict(features);
        assertArrayEquals(
                expected,
                pair.after().predict(features),
                TOLERANCE * Math.max(1, largest(expected)),
                () -> pair.shrunk().changes().toString());
        return pair;
    }

    private static float largest(float[] values) {
        return (float) IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i]))
                .max()
                .orElse(0);
    }

    private Pair pruneAndShrink(Models layers, Shape input, int seed) {
        Model model = layers.build(new MseLoss(), seed);
        Network network = compile(model, input);
        Random random = new Random(seed);
        Pruned.atRandom(network, random);
        return checked(shrink(model, input, network), random, 0);
    }

    static Stream<String> layers() {
        return Catalogue.keys(Family.LAYER).stream();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aRandomlyPrunedNetworkAroundAnyLayerKeepsItsOutputs(String key) {
        for (int seed = 0; seed < 4; seed++) {
            Model model = new RandomLayer(key, seed).model();
            Shape input = new Shape(model.network().input());
            Network network = compile(model, input);
            Random random = new Random(seed);
            Pruned.atRandom(network, random);
            checked(shrink(model, input, network), random, indices(model));
        }
    }

    private static int indices(Model model) {
        return model.network().layers().stream()
                .map(Layer::spec)
                .filter(EmbeddingLayer.class::isInstance)
                .mapToInt(spec -> ((EmbeddingLayer) spec).numEmbeddings())
                .min()
                .orElse(0);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 15).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRandomConvolutionalNetworkKeepsItsOutputsAndGetsSmaller(int seed) {
        Random random = new Random(seed);
        Models layers = new Models().add("first", conv(6, random));
        List<String> names = new ArrayList<>(List.of("first"));
        for (int i = 0; i < 6; i++) {
            String name = "layer" + i;
            LayerSpec spec = switch (random.nextInt(7)) {
                case 0, 1 -> conv(6, random);
                case 2 -> Models.batchNorm();
                case 3 -> new ActivationLayer(any(random));
                case 4 -> new DropoutLayer(0.3);
                case 5 -> new MaxPool2dLayer(Size2d.of(3), Optional.of(Size2d.of(1)), Padding.SAME);
                default -> new AddLayer(any(random));
            };
            int inputs = spec instanceof AddLayer ? 2 : 1;
            layers.add(
                    name,
                    random.ints(inputs, Math.max(0, names.size() - 2), names.size())
                            .mapToObj(names::get)
                            .toList(),
                    spec);
            names.add(name);
        }
        layers.add("both", List.of("layer4", "layer5"), new ConcatLayer())
                .add("pool", new AvgPool2dLayer(Size2d.of(2), Optional.empty(), Padding.VALID))
                .add("flat", new FlattenLayer())
                .add("hidden", Models.dense(9, any(random)))
                .add("out", Models.dense(3, Activation.LINEAR));
        assertTrue(pruneAndShrink(layers, Shape.of(2, 6, 6), seed).isSmaller());
    }

    private static Conv2dLayer conv(int filters, Random random) {
        return new Conv2dLayer(
                filters,
                Size2d.of(1 + 2 * random.nextInt(2)),
                Size2d.of(1),
                Padding.SAME,
                Size2d.of(1),
                1,
                any(random),
                random.nextBoolean());
    }

    private static Activation any(Random random) {
        List<Activation> functions =
                List.of(Activation.RELU, Activation.SIGMOID, Activation.TANH, Activation.LEAKY_RELU, Activation.LINEAR);
        return functions.get(random.nextInt(functions.size()));
    }

    private Pair shrinkWith(Models layers, Shape input, Consumer<NamedTensor> change) {
        Model model = layers.build(new MseLoss(), 1);
        Network network = compile(model, input);
        List<NamedTensor> tensors = network.state();
        tensors.forEach(change);
        network.restore(tensors);
        return checked(shrink(model, input, network), new Random(1), 0);
    }

    /** Sets the weights of the first {@code rows} outputs of a layer to zero. */
    private static Consumer<NamedTensor> withoutRows(String layer, int rows) {
        return tensor -> {
            if (tensor.name().equals(layer + ".weight")) {
                int width = tensor.values().length / tensor.shape().getFirst();
                Arrays.fill(tensor.values(), 0, rows * width, 0);
            }
        };
    }

    private static Models perceptron() {
        return new Models()
                .add("hidden", Models.dense(5, Activation.TANH))
                .add("out", new DenseLayer(2, Activation.LINEAR, false));
    }

    @Test
    void aUnitWithoutWeightsGoesAndTheNextLayerGetsABiasForIt() {
        Pair pair = shrinkWith(perceptron(), Shape.of(4), withoutRows("hidden", 2));
        assertEquals(new LayerChange("hidden", 5, 3, 2, Map.of()), pair.change("hidden"));
        assertTrue(((DenseLayer) pair.spec("out")).bias());
    }

    @Test
    void aUnitThatNobodyUsesGoes() {
        Pair pair = shrinkWith(perceptron(), Shape.of(4), tensor -> {
            if (tensor.name().equals("out.weight")) {
                tensor.values()[1] = 0;
                tensor.values()[6] = 0;
            }
        });
        assertEquals(4, pair.change("hidden").after());
    }

    @Test
    void aLayerWithoutAnyWeightsKeepsOneUnit() {
        Pair pair = shrinkWith(perceptron(), Shape.of(4), withoutRows("hidden", 5));
        assertEquals(1, pair.change("hidden").after());
        assertEquals(
                Map.of("a layer has at least one unit", 1),
                pair.change("hidden").kept());
    }

    @Test
    void aFilterWhoseConstantMeetsPaddingStaysAndTheReportSaysWhy() {
        Models layers = new Models()
                .add("first", Models.conv2d(4, 3, Activation.SIGMOID))
                .add("second", Models.conv2d(2, 3, Activation.LINEAR));
        Pair pair = shrinkWith(layers, Shape.of(1, 5, 5), withoutRows("first", 2));
        assertEquals(
                new LayerChange("first", 4, 4, 2, Map.of("constant, but second puts zeros around it", 2)),
                pair.change("first"));
    }

    @Test
    void aFilterGoesWithItsBlockOfFeaturesBehindFlatten() {
        Models layers = new Models()
                .add("conv", Models.conv2d(4, 3, Activation.RELU))
                .add("norm", Models.batchNorm())
                .add("flat", new FlattenLayer())
                .add("out", Models.dense(2, Activation.LINEAR));
        Pair pair = shrinkWith(layers, Shape.of(1, 5, 5), withoutRows("conv", 1));
        assertEquals(3, pair.change("conv").after());
        assertEquals(3, pair.change("norm").after());
        assertEquals(
                List.of(2, 75),
                pair.shrunk().tensors().stream()
                        .filter(tensor -> tensor.name().equals("out.weight"))
                        .findFirst()
                        .orElseThrow()
                        .shape());
    }

    private static Models residual() {
        return new Models()
                .add("stem", Models.conv2d(4, 1, Activation.LINEAR))
                .add("branch", Models.conv2d(4, 1, Activation.LINEAR))
                .add("sum", List.of("branch", "stem"), new AddLayer(Activation.RELU))
                .add("pool", new GlobalAvgPoolLayer())
                .add("out", Models.dense(2, Activation.LINEAR));
    }

    @Test
    void aChannelOfASumGoesOnlyIfItIsDeadInAllBranches() {
        Pair one = shrinkWith(residual(), Shape.of(3, 4, 4), withoutRows("branch", 2));
        assertEquals(4, one.change("branch").after());
        assertEquals(
                Map.of("sum takes it together with a unit that is alive", 2),
                one.change("branch").kept());
        Pair both = shrinkWith(
                residual(), Shape.of(3, 4, 4), withoutRows("branch", 2).andThen(withoutRows("stem", 1)));
        assertEquals(3, both.change("branch").after());
        assertEquals(3, both.change("stem").after());
    }
}
