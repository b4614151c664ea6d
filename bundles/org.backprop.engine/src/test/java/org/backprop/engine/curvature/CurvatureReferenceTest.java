package org.backprop.engine.curvature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.engine.train.Reference;
import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.BceLoss;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GruLayer;
import org.backprop.model.LayerNormLayer;
import org.backprop.model.LossSpec;
import org.backprop.model.LstmLayer;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.MseLoss;
import org.backprop.model.NllLoss;
import org.backprop.model.Padding;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares second derivatives with PyTorch's, for which src/test/python/curvature.py speaks. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class CurvatureReferenceTest {

    private static final int BATCH = 6;
    private static final double TOLERANCE = 1e-5;

    @Parameter
    Implementation implementation;

    /** A network of the script. */
    record Case(String name, Shape input, LossSpec loss, Models layers) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        LossSpec entropy = new CrossEntropyLoss();
        Shape vector = Shape.of(4);
        Shape image = Shape.of(1, 6, 6);
        Shape sequence = Shape.of(4, 3);
        return Stream.of(
                new Case("one_layer", vector, entropy, new Models().add("out", Models.dense(3, Activation.LINEAR))),
                new Case("perceptron", vector, entropy, perceptron(Activation.TANH, 3, Activation.LINEAR)),
                new Case(
                        "likelihood", vector, new NllLoss(), perceptron(Activation.SIGMOID, 3, Activation.LOG_SOFTMAX)),
                new Case("regression", vector, new MseLoss(), perceptron(Activation.SIGMOID, 2, Activation.LINEAR)),
                new Case("softmax", vector, new MseLoss(), perceptron(Activation.TANH, 2, Activation.SOFTMAX)),
                new Case("gelu", vector, new BceLoss(true), perceptron(Activation.GELU, 2, Activation.LINEAR)),
                new Case("bce", vector, new BceLoss(false), perceptron(Activation.RELU, 2, Activation.SIGMOID)),
                new Case("convolutional", image, new MseLoss(), convolutional()),
                new Case("batch_norm", image, entropy, normalized()),
                new Case(
                        "layer_norm",
                        vector,
                        new CrossEntropyLoss(0.1, List.of()),
                        new Models()
                                .add("hidden", Models.dense(5, Activation.LINEAR))
                                .add("norm", new LayerNormLayer(1e-5, true))
                                .add("silu", new ActivationLayer(Activation.SILU))
                                .add("out", Models.dense(3, Activation.LINEAR))),
                new Case(
                        "lstm",
                        sequence,
                        entropy,
                        new Models()
                                .add("lstm", new LstmLayer(4, false, true))
                                .add("out", Models.dense(3, Activation.LINEAR))),
                new Case(
                        "gru",
                        sequence,
                        entropy,
                        new Models()
                                .add("gru", new GruLayer(4, false, true))
                                .add("out", Models.dense(3, Activation.LINEAR))));
    }

    private static Models perceptron(Activation inside, int outputs, Activation last) {
        return new Models().add("hidden", Models.dense(5, inside)).add("out", Models.dense(outputs, last));
    }

    private static Models convolutional() {
        return new Models()
                .add("conv", Models.conv2d(2, 3, Activation.RELU))
                .add("max", new MaxPool2dLayer(Size2d.of(2), Optional.empty(), Padding.VALID))
                .add("mean", new AvgPool2dLayer(new Size2d(3, 1), Optional.empty(), Padding.VALID))
                .add("flatten", new FlattenLayer())
                .add("out", Models.dense(2, Activation.LINEAR));
    }

    private static Models normalized() {
        return new Models()
                .add(
                        "conv",
                        new Conv2dLayer(
                                2, Size2d.of(3), Size2d.of(1), Padding.VALID, Size2d.of(1), 1, Activation.LINEAR, true))
                .add("norm", Models.batchNorm())
                .add("tanh", new ActivationLayer(Activation.TANH))
                .add("flatten", new FlattenLayer())
                .add("out", Models.dense(3, Activation.LINEAR));
    }

    /** A network with PyTorch's parameters and batch. */
    private final class Bench {

        private final String name;
        private final Map<String, float[]> torch;
        private final Curvature curvature;
        private final View direction;
        private final View result;

        Bench(Case network) throws IOException {
            name = network.name();
            torch = Reference.read("curvature");
            Network compiled = Network.compile(
                    network.layers().build(network.loss(), 1), network.input(), implementation.open(), BATCH);
            int count = torch.get(name + ".parameters").length;
            direction = compiled.kernels().allocate(count).view(0, 1, count);
            result = compiled.kernels().allocate(count).view(0, 1, count);
            compiled.parameterVector().orElseThrow().set(torch.get(name + ".parameters"));
            direction.set(torch.get(name + ".direction"));
            Plan plan = compiled.plan(BATCH);
            plan.input().set(torch.get(name + ".input"));
            plan.targets().set(torch.get(name + ".target"));
            curvature = new NetworkCurvature(compiled);
            curvature.at(plan, Pass.training(1, 0));
        }

        void assertResultIs(String expected) {
            double difference = Reference.relativeDifference(torch.get(name + "." + expected), result.toArray());
            assertTrue(difference < TOLERANCE, expected + " differs by " + difference);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theHessianProductIsThatOfPyTorch(Case network) throws IOException {
        Bench bench = new Bench(network);
        bench.curvature.hessianProduct(bench.direction, bench.result);
        bench.assertResultIs("hessian");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGaussNewtonProductIsThatOfPyTorch(Case network) throws IOException {
        Bench bench = new Bench(network);
        bench.curvature.gaussNewtonProduct(bench.direction, bench.result);
        bench.assertResultIs("gauss_newton");
    }

    static Stream<Case> withRecursion() {
        return cases().filter(network ->
                List.of("one_layer", "perceptron", "convolutional").contains(network.name()));
    }

    @ParameterizedTest
    @MethodSource("withRecursion")
    void theDiagonalIsThatOfTheRecursionWrittenOut(Case network) throws IOException {
        Bench bench = new Bench(network);
        bench.curvature.diagonal(bench.result);
        bench.assertResultIs("recursion");
    }

    @Test
    void theDiagonalOfOneLayerIsExact() throws IOException {
        Bench bench = new Bench(cases().findFirst().orElseThrow());
        bench.curvature.diagonal(bench.result);
        bench.assertResultIs("diagonal");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMeanOfManyOfHutchinsonsEstimatesIsTheDiagonal(Case network) throws IOException {
        Bench bench = new Bench(network);
        int draws = 400;
        double[] sums = new double[bench.result.length()];
        double[] squares = new double[sums.length];
        for (int draw = 0; draw < draws; draw++) {
            bench.curvature.hutchinson(3, draw, bench.result);
            float[] estimate = bench.result.toArray();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += estimate[i];
                squares[i] += (double) estimate[i] * estimate[i];
            }
        }
        float[] expected = bench.torch.get(network.name() + ".diagonal");
        for (int i = 0; i < sums.length; i++) {
            double mean = sums[i] / draws;
            double error = Math.sqrt(Math.max(0, squares[i] / draws - mean * mean) / draws);
            assertEquals(expected[i], mean, 5 * error + 1e-5, "element " + i);
        }
    }
}
