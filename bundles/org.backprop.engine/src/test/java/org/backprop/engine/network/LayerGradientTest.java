package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.RandomLayers.Sample;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.CrossEntropyLoss;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the gradients of the layers with a geometry on random shapes. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class LayerGradientTest {

    private static final int SHAPES = 8;
    private static final Map<String, Function<RandomLayers, Sample>> LAYERS = Map.ofEntries(
            Map.entry("conv2d", RandomLayers::conv2d),
            Map.entry("conv1d", RandomLayers::conv1d),
            Map.entry("conv2d_transpose", RandomLayers::conv2dTranspose),
            Map.entry("depthwise_conv2d", RandomLayers::depthwiseConv2d),
            Map.entry("max_pool2d", RandomLayers::maxPool2d),
            Map.entry("avg_pool2d", RandomLayers::avgPool2d),
            Map.entry("global_avg_pool", RandomLayers::globalAvgPool),
            Map.entry("global_max_pool", RandomLayers::globalMaxPool),
            Map.entry("batch_norm of images", RandomLayers::batchNormOfImages),
            Map.entry("batch_norm of vectors", RandomLayers::batchNormOfVectors),
            Map.entry("layer_norm of vectors", RandomLayers::layerNormOfVectors),
            Map.entry("layer_norm of sequences", RandomLayers::layerNormOfSequences),
            Map.entry("group_norm", RandomLayers::groupNorm),
            Map.entry("prelu", RandomLayers::prelu),
            Map.entry("spatial_dropout", RandomLayers::spatialDropout),
            Map.entry("alpha_dropout", RandomLayers::alphaDropout),
            Map.entry("stochastic_depth", RandomLayers::stochasticDepth),
            Map.entry("pad", RandomLayers::pad),
            Map.entry("upsample", RandomLayers::upsample),
            Map.entry("reshape", RandomLayers::reshape),
            Map.entry("concat", RandomLayers::concat),
            Map.entry("multiply", RandomLayers::multiply),
            Map.entry("simple_rnn", RandomLayers::simpleRnn),
            Map.entry("gru", RandomLayers::gru),
            Map.entry("lstm", RandomLayers::lstm));

    @Parameter
    Implementation implementation;

    /** One network; name for the report. */
    record Case(String name, Sample sample) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return LAYERS.keySet().stream()
                .sorted()
                .flatMap(layer -> IntStream.range(0, SHAPES)
                        .mapToObj(seed ->
                                new Case(layer + " " + seed, LAYERS.get(layer).apply(new RandomLayers(seed)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientAgreesWithFiniteDifferences(Case check) {
        Sample sample = check.sample();
        GradientCheck.check(sample.layers(), new CrossEntropyLoss(), sample.input(), implementation.open());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void frozenLayersLeaveTheGradientBehindThemAsItIs(Case check) {
        Sample sample = check.sample();
        Map<String, float[]> all = gradients(sample, sample.layers().freeze());
        Map<String, float[]> behind = gradients(sample, sample.layers().freeze("before", "layer"));
        Map<String, float[]> around = gradients(sample, sample.layers().freeze("layer"));
        behind.forEach((name, gradient) -> assertArrayEquals(all.get(name), gradient, name));
        around.forEach((name, gradient) -> assertArrayEquals(all.get(name), gradient, name));
        assertTrue(behind.keySet().containsAll(Set.of("out.weight", "out.bias")), behind.keySet()::toString);
    }

    private Map<String, float[]> gradients(Sample sample, Models layers) {
        Network network =
                Network.compile(layers.build(new CrossEntropyLoss(), 3), sample.input(), implementation.open(), 2);
        Plan plan = network.plan(2);
        float[] input = new float[plan.input().length()];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) Math.sin(i * i);
        }
        plan.input().set(input);
        plan.targets().set(new float[] {0, 2});
        Pass pass = Pass.training(1, 0);
        plan.forward(pass);
        plan.backward(pass);
        return new TensorCodec(network.parameters())
                .views(network.gradientBuffer(), "").stream()
                        .map(TensorView::copy)
                        .collect(Collectors.toMap(NamedTensor::name, NamedTensor::values));
    }
}
