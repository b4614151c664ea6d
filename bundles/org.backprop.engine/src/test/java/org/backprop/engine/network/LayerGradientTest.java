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
    private static final Map<String, Function<RandomLayers, Sample>> LAYERS = Map.of(
            "conv2d", RandomLayers::conv2d,
            "max_pool2d", RandomLayers::maxPool2d,
            "avg_pool2d", RandomLayers::avgPool2d,
            "global_avg_pool", RandomLayers::globalAvgPool,
            "batch_norm of images", RandomLayers::batchNormOfImages,
            "batch_norm of vectors", RandomLayers::batchNormOfVectors,
            "lstm", RandomLayers::lstm);

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
