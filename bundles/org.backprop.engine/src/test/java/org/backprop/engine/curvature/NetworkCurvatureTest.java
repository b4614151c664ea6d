package org.backprop.engine.curvature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.network.TensorView;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.AddLayer;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
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
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class NetworkCurvatureTest {

    private static final int BATCH = 6;
    private static final Pass PASS = Pass.training(4, 17);

    @Parameter
    Implementation implementation;

    private static Models perceptron() {
        return new Models()
                .add("hidden", Models.dense(5, Activation.TANH))
                .add("drop", new DropoutLayer(0.3))
                .add("more", Models.dense(4, Activation.SIGMOID))
                .add("out", Models.dense(3, Activation.LOG_SOFTMAX));
    }

    private static Models residual() {
        return new Models()
                .add("conv", Models.conv2d(2, 3, Activation.RELU))
                .add("drop", new DropoutLayer(0.3))
                .add("norm", Models.batchNorm())
                .add("sum", List.of("norm", "conv"), new AddLayer(Activation.TANH))
                .add("pool", new MaxPool2dLayer(Size2d.of(2), Optional.empty(), Padding.VALID))
                .add("flatten", new FlattenLayer())
                .add("out", Models.dense(3, Activation.LOG_SOFTMAX));
    }

    /** A network with a batch, its curvature, and a direction. */
    private final class Bench {

        private final Network network;
        private final Plan plan;
        private final NetworkCurvature curvature;
        private final View direction;
        private final View result;

        Bench(Models layers, LossSpec loss, Shape input, int batch, int maxBatch) {
            network = Network.compile(layers.build(loss, 1), input, implementation.open(), maxBatch);
            plan = network.plan(batch);
            Random random = new Random(2);
            plan.input().set(numbers(random, plan.input().length()));
            float[] targets = new float[plan.targets().length()];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = random.nextInt(3);
            }
            plan.targets().set(targets);
            curvature = new NetworkCurvature(network);
            curvature.at(plan, PASS);
            int count = network.parameterVector().orElseThrow().length();
            direction = network.kernels().allocate(count).view(0, 1, count);
            direction.set(numbers(random, count));
            result = network.kernels().allocate(count).view(0, 1, count);
        }

        private static float[] numbers(Random random, int count) {
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = (float) random.nextGaussian();
            }
            return numbers;
        }

        float[] hessianProduct() {
            curvature.hessianProduct(direction, result);
            return result.toArray();
        }

        float[] gaussNewtonProduct() {
            curvature.gaussNewtonProduct(direction, result);
            return result.toArray();
        }

        float[] diagonal() {
            curvature.diagonal(result);
            return result.toArray();
        }

        float[] hutchinson(long draw) {
            curvature.hutchinson(8, draw, result);
            return result.toArray();
        }

        float[] bartlett(long draw) {
            curvature.gaussNewtonBartlett(8, draw, result);
            return result.toArray();
        }
    }

    private Bench perceptron(LossSpec loss) {
        return new Bench(perceptron(), loss, Shape.of(4), BATCH, BATCH);
    }

    private Bench residual(LossSpec loss) {
        return new Bench(residual(), loss, Shape.of(1, 6, 6), BATCH, BATCH);
    }

    @Test
    void nothingOfTheNetworkChanges() {
        Bench bench = residual(new NllLoss());
        bench.plan.forward(PASS);
        bench.plan.backward(PASS);
        float[] gradient = bench.network.gradientVector().orElseThrow().toArray();
        bench.plan.forward(PASS);
        float[] output = bench.plan.output().toArray();
        float[] input = bench.plan.input().toArray();
        float[] targets = bench.plan.targets().toArray();
        List<float[]> state = tensors(bench);
        bench.curvature.at(bench.plan, PASS);
        bench.hessianProduct();
        bench.gaussNewtonProduct();
        bench.hutchinson(0);
        bench.bartlett(0);
        List<float[]> after = tensors(bench);
        for (int i = 0; i < state.size(); i++) {
            assertArrayEquals(state.get(i), after.get(i));
        }
        assertArrayEquals(gradient, bench.network.gradientVector().orElseThrow().toArray());
        assertArrayEquals(output, bench.plan.output().toArray());
        assertArrayEquals(input, bench.plan.input().toArray());
        assertArrayEquals(targets, bench.plan.targets().toArray());
    }

    private static List<float[]> tensors(Bench bench) {
        return bench.network.tensors().stream()
                .map(TensorView::copy)
                .map(tensor -> tensor.values())
                .toList();
    }

    @Test
    void theSameCallGivesTheSameBitsWhateverCameBetween() {
        Bench bench = perceptron(new NllLoss());
        float[] hessian = bench.hessianProduct();
        float[] gaussNewton = bench.gaussNewtonProduct();
        float[] diagonal = bench.diagonal();
        float[] hutchinson = bench.hutchinson(5);
        float[] bartlett = bench.bartlett(5);
        assertArrayEquals(gaussNewton, bench.gaussNewtonProduct());
        assertArrayEquals(hutchinson, bench.hutchinson(5));
        assertArrayEquals(hessian, bench.hessianProduct());
        assertArrayEquals(bartlett, bench.bartlett(5));
        assertArrayEquals(diagonal, bench.diagonal());
        assertFalse(Arrays.equals(hutchinson, bench.hutchinson(6)));
        assertFalse(Arrays.equals(bartlett, bench.bartlett(6)));
    }

    @Test
    void aSmallerBatchOfALargeNetworkIsAsThatOfASmallOne() {
        Bench large = new Bench(residual(), new CrossEntropyLoss(), Shape.of(1, 6, 6), 4, 9);
        Bench small = new Bench(residual(), new CrossEntropyLoss(), Shape.of(1, 6, 6), 4, 4);
        assertArrayEquals(small.hessianProduct(), large.hessianProduct());
        assertArrayEquals(small.gaussNewtonProduct(), large.gaussNewtonProduct());
        assertArrayEquals(small.hutchinson(1), large.hutchinson(1));
    }

    @Test
    void frozenLayersTakeNoPart() {
        Bench all = perceptron(new NllLoss());
        Bench part = new Bench(perceptron().freeze("more"), new NllLoss(), Shape.of(4), BATCH, BATCH);
        int before = 5 * 4 + 5;
        int behind = before + 4 * 5 + 4;
        float[] direction = all.direction.toArray();
        float[] known = part.direction.toArray();
        Arrays.fill(direction, 0);
        System.arraycopy(known, 0, direction, 0, before);
        System.arraycopy(known, before, direction, behind, known.length - before);
        all.direction.set(direction);
        float[] expected = all.hessianProduct();
        float[] actual = part.hessianProduct();
        assertArrayEquals(Arrays.copyOf(expected, before), Arrays.copyOf(actual, before), 1e-6f);
        assertArrayEquals(
                Arrays.copyOfRange(expected, behind, expected.length),
                Arrays.copyOfRange(actual, before, actual.length),
                1e-6f);
    }

    @Test
    void theDiagonalIsNeverNegativeAndZeroForWeightsOfInputsThatAreZero() {
        Bench bench = perceptron(new NllLoss());
        float[] input = bench.plan.input().toArray();
        for (int i = 0; i < input.length; i += 4) {
            input[i] = 0;
        }
        bench.plan.input().set(input);
        bench.curvature.at(bench.plan, PASS);
        float[] diagonal = bench.diagonal();
        for (int i = 0; i < diagonal.length; i++) {
            assertEquals(i < 20 && i % 4 == 0, diagonal[i] == 0, "element " + i + ": " + diagonal[i]);
            assertTrue(diagonal[i] >= 0, "element " + i + ": " + diagonal[i]);
        }
    }

    @Test
    void aLayerWithoutARecursionIsNamedWithTheAlternative() {
        Models layers = new Models()
                .add("hidden", Models.dense(5, Activation.TANH))
                .add("layered", new LayerNormLayer(1e-5, true))
                .add("out", Models.dense(3, Activation.LINEAR));
        Bench bench = new Bench(layers, new CrossEntropyLoss(), Shape.of(4), BATCH, BATCH);
        String message = assertThrows(UnsupportedOperationException.class, bench::diagonal)
                .getMessage();
        assertTrue(message.contains("'layered'") && message.contains("hutchinson"), message);
        assertEquals(Optional.of(message), bench.curvature.diagonalObstacle());
        assertEquals(Optional.empty(), perceptron(new NllLoss()).curvature.diagonalObstacle());
    }

    @Test
    void theMeanOfManyBartlettEstimatesIsTheDiagonalOfTheGaussNewtonMatrix() {
        Bench bench = new Bench(
                new Models()
                        .add("hidden", Models.dense(3, Activation.TANH))
                        .add("out", Models.dense(3, Activation.LINEAR)),
                new CrossEntropyLoss(),
                Shape.of(4),
                BATCH,
                BATCH);
        int count = bench.result.length();
        int draws = 3000;
        double[] sums = new double[count];
        double[] squares = new double[count];
        for (int draw = 0; draw < draws; draw++) {
            float[] estimate = bench.bartlett(draw);
            for (int i = 0; i < count; i++) {
                assertTrue(estimate[i] >= 0);
                sums[i] += estimate[i];
                squares[i] += (double) estimate[i] * estimate[i];
            }
        }
        for (int i = 0; i < count; i++) {
            float[] unit = new float[count];
            unit[i] = 1;
            bench.direction.set(unit);
            double mean = sums[i] / draws;
            double error = Math.sqrt((squares[i] / draws - mean * mean) / draws);
            assertEquals(bench.gaussNewtonProduct()[i], mean, 5 * error + 1e-6, "element " + i);
        }
    }

    @Test
    void labelsAreNotDrawnForALossWithoutLabels() {
        Bench bench = perceptron(new MseLoss());
        String message = assertThrows(UnsupportedOperationException.class, () -> bench.bartlett(1))
                .getMessage();
        assertTrue(message.contains("hutchinson"), message);
    }

    @Test
    void aPassThatPredictsIsRefused() {
        Bench bench = perceptron(new NllLoss());
        assertThrows(IllegalArgumentException.class, () -> bench.curvature.at(bench.plan, Pass.INFERENCE));
    }

    @Test
    void numbersThatAreNotFiniteGiveSuch() {
        for (float poison : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Bench bench = perceptron(new NllLoss());
            float[] input = bench.plan.input().toArray();
            input[3] = poison;
            bench.plan.input().set(input);
            bench.curvature.at(bench.plan, PASS);
            List<Consumer<Bench>> all = List.of(
                    Bench::hessianProduct,
                    Bench::gaussNewtonProduct,
                    Bench::diagonal,
                    b -> b.hutchinson(1),
                    b -> b.bartlett(1));
            for (Consumer<Bench> call : all) {
                call.accept(bench);
                boolean finite = true;
                for (float value : bench.result.toArray()) {
                    finite &= Float.isFinite(value);
                }
                assertFalse(finite, "call " + all.indexOf(call) + " with " + poison);
            }
        }
    }

    @Test
    void theMemoryThatItTakesIsKnownBefore() {
        Models recurrent = new Models()
                .add("lstm", new LstmLayer(4, false, true))
                .add("norm", new LayerNormLayer(1e-5, true))
                .add("out", Models.dense(3, Activation.SOFTMAX));
        assertMemoryIsKnown(perceptron(), new NllLoss(), Shape.of(4));
        assertMemoryIsKnown(residual(), new NllLoss(), Shape.of(1, 6, 6));
        assertMemoryIsKnown(recurrent, new MseLoss(), Shape.of(5, 3));
    }

    private void assertMemoryIsKnown(Models layers, LossSpec loss, Shape input) {
        Kernels kernels = implementation.open();
        long[] bytes = {0};
        Kernels counting = (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> {
                    bytes[0] += method.getName().equals("allocate") ? Float.BYTES * (Long) arguments[0] : 0;
                    return method.invoke(kernels, arguments);
                });
        Network network = Network.compile(layers.build(loss, 1), input, counting, BATCH);
        View vector = network.parameterVector().orElseThrow();
        long before = bytes[0];
        NetworkCurvature curvature = new NetworkCurvature(network);
        curvature.at(network.plan(BATCH), PASS);
        curvature.hessianProduct(vector, network.gradientVector().orElseThrow());
        curvature.gaussNewtonProduct(vector, network.gradientVector().orElseThrow());
        if (curvature.diagonalObstacle().isEmpty()) {
            curvature.diagonal(network.gradientVector().orElseThrow());
        }
        assertTrue(bytes[0] > before);
        assertEquals(bytes[0] - before, NetworkCurvature.memory(layers.build(loss, 1), input, BATCH));
    }
}
