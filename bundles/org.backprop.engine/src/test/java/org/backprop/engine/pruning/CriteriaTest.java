package org.backprop.engine.pruning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.train.Trainer;
import org.backprop.model.ActivationMeasure;
import org.backprop.model.DiagonalEstimator;
import org.backprop.model.FilterNorm;
import org.backprop.model.MagnitudePruning;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.NeuronActivation;
import org.backprop.model.OptimalBrainDamage;
import org.backprop.model.OptimalBrainSurgeon;
import org.backprop.model.Shape;
import org.backprop.model.TaylorPruning;
import org.junit.jupiter.api.Test;

/** What the criteria measure, beside what the loss does. */
class CriteriaTest {

    private static final int SAMPLES = 60;
    private static final int INPUTS = 8;

    /** Numbers that depend on inputs that depend on each other. */
    private static Dataset regression() {
        Random random = new Random(2);
        float[] features = new float[SAMPLES * INPUTS];
        float[] targets = new float[SAMPLES * 2];
        for (int i = 0; i < SAMPLES; i++) {
            float common = (float) random.nextGaussian();
            for (int j = 0; j < INPUTS; j++) {
                float value = common + (float) random.nextGaussian();
                features[i * INPUTS + j] = value;
                targets[2 * i] += value * (j + 1) / INPUTS;
                targets[2 * i + 1] += value * (j % 3 - 1) + 0.3f * (float) random.nextGaussian();
            }
        }
        return new Dataset(Shape.of(INPUTS), features, null, targets, List.of());
    }

    private static Trainer trainer(String layers, String training, Dataset data) {
        Model model = ModelReader.read(
                        "test.nn.yaml", """
                        backprop: 1
                        data: {csv: {path: unused.csv, target: [a, b]}}
                        network: {input: [%d], layers: [%s]}
                        training: {%s}
                        """.formatted(data.shape().size(), layers, training))
                .model()
                .orElseThrow();
        Network network = Network.compile(
                model, data.shape(), Implementation.all().getLast().open(), data.count());
        return new Trainer(network, model.training(), data, Optional.of(data));
    }

    /** A linear least squares problem: its loss is a parabola in all weights. */
    private static Trainer linear(int epochs) {
        return trainer(
                "dense: {name: out, units: 2, bias: false}",
                "loss: mse, optimizer: levenberg_marquardt, batch_size: full, epochs: " + epochs,
                regression());
    }

    private static double loss(Trainer trainer) {
        return trainer.validate().orElseThrow().loss();
    }

    /** The loss with one weight changed. */
    private static double loss(Trainer trainer, int weight, double change) {
        View vector = trainer.network().parameterVector().orElseThrow();
        float[] before = vector.toArray();
        float[] changed = before.clone();
        changed[weight] += (float) change;
        vector.set(changed);
        double loss = loss(trainer);
        vector.set(before);
        return loss;
    }

    @Test
    void taylorIsTheGradientTimesTheWeight() throws PruneException {
        Trainer trainer = linear(1);
        float[] weights = PruningFixture.weights(trainer);
        float[] saliencies =
                trainer.pruner().saliencies(new TaylorPruning(1000)).get("out");
        for (int i = 0; i < weights.length; i++) {
            double gradient = loss(trainer, i, 0.5) - loss(trainer, i, -0.5);
            assertEquals(Math.abs(gradient * weights[i]), saliencies[i], 1e-3);
        }
    }

    @Test
    void optimalBrainDamageIsHalfTheSecondDerivativeTimesTheSquareAndHutchinsonAgrees() throws PruneException {
        Trainer trainer = linear(1);
        float[] weights = PruningFixture.weights(trainer);
        float[] recursion = trainer.pruner()
                .saliencies(new OptimalBrainDamage(DiagonalEstimator.RECURSION, 1000, 1))
                .get("out");
        float[] hutchinson = trainer.pruner()
                .saliencies(new OptimalBrainDamage(DiagonalEstimator.HUTCHINSON, 1000, 2000))
                .get("out");
        double loss = loss(trainer);
        for (int i = 0; i < weights.length; i++) {
            double second = loss(trainer, i, 1) + loss(trainer, i, -1) - 2 * loss;
            double expected = second * weights[i] * weights[i] / 2;
            assertEquals(expected, recursion[i], 1e-3 * expected + 1e-5);
            assertEquals(expected, hutchinson[i], 0.15 * expected + 1e-5);
        }
    }

    @Test
    void optimalBrainSurgeonPutsTheWeightsThatStayAtTheirNewMinimum() throws PruneException {
        Trainer surgeon = linear(8);
        surgeon.run();
        double before = loss(surgeon);
        PruneResult result = surgeon.pruner().apply(PruneRequest.toSparsity(new OptimalBrainSurgeon(1e-7, 1000), 0.4));
        assertEquals(6, result.removed());
        double after = loss(surgeon);
        assertTrue(after > before);

        Trainer again = linear(16);
        again.restore(surgeon.state());
        again.run();
        assertEquals(loss(again), after, 2e-3 * after);

        Trainer magnitude = linear(8);
        magnitude.run();
        magnitude.pruner().apply(PruneRequest.toSparsity(new MagnitudePruning(), 0.4));
        assertTrue(after < 0.9 * loss(magnitude), after + " and " + loss(magnitude));
    }

    @Test
    void theSaliencyOfOptimalBrainSurgeonIsWhatTheLossRisesBy() throws PruneException {
        Trainer trainer = linear(8);
        trainer.run();
        double before = loss(trainer);
        float[] saliencies =
                trainer.pruner().saliencies(new OptimalBrainSurgeon(1e-7, 1000)).get("out");
        Arrays.sort(saliencies);
        PruneResult result =
                trainer.pruner().apply(PruneRequest.toSparsity(new OptimalBrainSurgeon(1e-7, 1000), 1.0 / 16));
        assertEquals(1, result.removed());
        assertEquals(saliencies[0], loss(trainer) - before, 0.02 * saliencies[0]);
    }

    @Test
    void theActivationOfAUnitIsItsMeanMagnitudeOrHowOftenItIsNotZero() throws PruneException {
        Trainer trainer = trainer(
                "{dense: {name: hidden, units: 3, activation: relu}}, {dense: {name: out, units: 2}}",
                "loss: mse, batch_size: 16, epochs: 1",
                regression());
        float[] weights = PruningFixture.weights(trainer);
        double[] magnitudes = new double[3];
        double[] active = new double[3];
        float[] features = regression().features();
        for (int i = 0; i < SAMPLES; i++) {
            for (int unit = 0; unit < 3; unit++) {
                double sum = weights[3 * INPUTS + unit];
                for (int j = 0; j < INPUTS; j++) {
                    sum += weights[unit * INPUTS + j] * features[i * INPUTS + j];
                }
                magnitudes[unit] += Math.max(0, sum) / SAMPLES;
                active[unit] += sum > 0 ? 1.0 / SAMPLES : 0;
            }
        }
        assertArrayEquals(magnitudes, activation(trainer, ActivationMeasure.MAGNITUDE), 1e-5);
        assertArrayEquals(active, activation(trainer, ActivationMeasure.ACTIVE), 1e-5);
    }

    private static double[] activation(Trainer trainer, ActivationMeasure measure) throws PruneException {
        float[] found =
                trainer.pruner().saliencies(new NeuronActivation(measure, 1000)).get("hidden");
        double[] values = new double[found.length];
        for (int i = 0; i < found.length; i++) {
            values[i] = found[i];
        }
        return values;
    }

    @Test
    void filtersGoByTheirNormWithTheirBiases() throws PruneException {
        Trainer trainer = trainer(
                "{reshape: [2, 2, 2]}, {conv2d: {name: conv, filters: 4, kernel: 1}}, flatten, {dense: {name: out, units: 2}}",
                "loss: mse, batch_size: 16, epochs: 1",
                regression());
        float[] weights = PruningFixture.weights(trainer);
        float[] norms = trainer.pruner().saliencies(new FilterNorm(2)).get("conv");
        int least = 0;
        for (int filter = 0; filter < 4; filter++) {
            assertEquals(Math.hypot(weights[2 * filter], weights[2 * filter + 1]), norms[filter], 1e-6);
            least = norms[filter] < norms[least] ? filter : least;
        }
        trainer.pruner().apply(PruneRequest.toSparsity(new FilterNorm(2), 0.25));
        float[] pruned = PruningFixture.weights(trainer);
        for (int filter = 0; filter < 4; filter++) {
            assertEquals(filter == least, pruned[2 * filter] == 0 && pruned[2 * filter + 1] == 0);
            assertEquals(filter == least, pruned[8 + filter] == 0);
        }
    }
}
