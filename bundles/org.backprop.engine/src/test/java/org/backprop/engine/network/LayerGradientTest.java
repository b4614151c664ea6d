package org.backprop.engine.network;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.engine.network.RandomLayers.Sample;
import org.backprop.engine.testing.Implementation;
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
}
