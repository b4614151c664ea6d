package org.backprop.engine.curvature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.Catalogue;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.Family;
import org.backprop.model.LossSpec;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares Hessian products of networks with every activation and loss with differences of the gradient along the
 * direction, taken at four points: {@code (8 (g(h) - g(-h)) - (g(2h) - g(-2h))) / 12 h}. Where a network has kinks, large
 * steps cross them and small ones are spoilt by float32, so that one of several steps must agree.
 */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class FunctionCurvatureTest {

    private static final int BATCH = 5;
    private static final Shape INPUT = Shape.of(5);
    private static final int OUTPUTS = 3;
    private static final Pass PASS = Pass.training(11, 3);
    private static final float[] STEPS = {2e-2f, 2e-3f, 3e-4f, 5e-5f};
    private static final double TOLERANCE = 3e-3;

    @Parameter
    Implementation implementation;

    /** A network to check; name for the report. */
    record Case(String name, LossSpec loss, Models layers) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> activations() {
        return Arrays.stream(Activation.values())
                .map(function -> new Case(
                        function.toString(),
                        new CrossEntropyLoss(),
                        new Models()
                                .add("hidden", Models.dense(8, Activation.LINEAR))
                                .add("function", new ActivationLayer(function))
                                .add("out", Models.dense(OUTPUTS, Activation.LINEAR))));
    }

    static Stream<Case> losses() {
        Models layers = new Models()
                .add("hidden", Models.dense(6, Activation.TANH))
                .add("out", Models.dense(OUTPUTS, Activation.SIGMOID));
        return Catalogue.keys(Family.LOSS).stream().map(key -> new Case(key, loss(key), layers));
    }

    private static LossSpec loss(String key) {
        String text = """
                backprop: 1
                data: {csv: none.csv}
                network: {input: [5], layers: [{dense: 3}]}
                training: {loss: %s}
                """.formatted(key);
        return ModelReader.read("test.nn.yaml", text)
                .model()
                .orElseThrow()
                .training()
                .loss();
    }

    @ParameterizedTest
    @MethodSource({"activations", "losses"})
    void theHessianProductAgreesWithDifferencesOfTheGradient(Case check) {
        new Bench(check).check();
    }

    /** A network with a batch and two directions. */
    private final class Bench {

        private final Network network;
        private final Plan plan;
        private final View parameters;
        private final float[] values;
        private final Random random = new Random(5);

        Bench(Case check) {
            network = Network.compile(check.layers().build(check.loss(), 3), INPUT, implementation.open(), BATCH);
            plan = network.plan(BATCH);
            parameters = network.parameterVector().orElseThrow();
            float[] input = random(plan.input().length());
            plan.input().set(input);
            float[] targets = new float[plan.targets().length()];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = network.classifies() ? random.nextInt(OUTPUTS) : i % OUTPUTS == i / OUTPUTS % 2 ? 1 : 0;
            }
            plan.targets().set(targets);
            values = parameters.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = 1.7f * values[i] + 0.01f;
            }
            parameters.set(values);
        }

        private float[] random(int length) {
            float[] numbers = new float[length];
            for (int i = 0; i < length; i++) {
                numbers[i] = (float) random.nextGaussian();
            }
            return numbers;
        }

        void check() {
            float[] first = random(values.length);
            float[] second = random(values.length);
            View view = network.kernels().allocate(values.length).view(0, 1, values.length);
            NetworkCurvature curvature = new NetworkCurvature(network);
            curvature.at(plan, PASS);
            float[] ofFirst = product(curvature, first, view);
            float[] ofSecond = product(curvature, second, view);
            double scale = length(ofFirst) * length(second);
            assertEquals(dot(second, ofFirst), dot(first, ofSecond), 1e-4 * scale, "the Hessian is symmetric");
            assertTrue(length(ofFirst) > 1e-4, "the loss has no curvature");
            List<String> differences = new ArrayList<>();
            for (float step : STEPS) {
                double difference = distance(ofFirst, differences(first, step)) / length(ofFirst);
                differences.add(difference + " at " + step);
                if (difference < TOLERANCE) {
                    return;
                }
            }
            throw new AssertionError("the product differs by " + differences);
        }

        private static float[] product(NetworkCurvature curvature, float[] direction, View view) {
            view.set(direction);
            curvature.hessianProduct(view, view);
            return view.toArray();
        }

        private double[] differences(float[] direction, float step) {
            double[] near = difference(direction, step);
            double[] far = difference(direction, 2 * step);
            double[] differences = new double[near.length];
            for (int i = 0; i < near.length; i++) {
                differences[i] = (4 * near[i] - far[i]) / 3;
            }
            return differences;
        }

        private double[] difference(float[] direction, float step) {
            float[] above = gradient(direction, step);
            float[] below = gradient(direction, -step);
            double[] difference = new double[above.length];
            for (int i = 0; i < above.length; i++) {
                difference[i] = ((double) above[i] - below[i]) / (2 * step);
            }
            return difference;
        }

        private float[] gradient(float[] direction, float step) {
            float[] moved = values.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += step * direction[i];
            }
            parameters.set(moved);
            plan.forward(PASS);
            plan.backward(PASS);
            return network.gradientVector().orElseThrow().toArray();
        }

        private static double dot(float[] a, float[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += (double) a[i] * b[i];
            }
            return sum;
        }

        private static double length(float[] a) {
            return Math.sqrt(dot(a, a));
        }

        private static double distance(float[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            }
            return Math.sqrt(sum);
        }
    }
}
