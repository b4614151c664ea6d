package org.backprop.engine.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.train.Reference;
import org.backprop.model.BceLoss;
import org.backprop.model.Catalogue;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.Family;
import org.backprop.model.HingeLoss;
import org.backprop.model.HuberLoss;
import org.backprop.model.KlDivLoss;
import org.backprop.model.KlDivReduction;
import org.backprop.model.LossSpec;
import org.backprop.model.MaeLoss;
import org.backprop.model.MseLoss;
import org.backprop.model.MseReduction;
import org.backprop.model.NllLoss;
import org.backprop.model.PoissonLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every loss with PyTorch, for which src/test/python/losses.py speaks, and its gradient with differences. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class LossContractTest {

    private static final int BATCH = 5;

    @Parameter
    Implementation implementation;

    /** A case of the script and the loss that it belongs to. */
    record Case(String name, LossSpec spec) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        List<Double> weights = List.of(0.5, 1.0, 2.0, 0.25);
        return Stream.of(
                new Case("nll", new NllLoss()),
                new Case("nll_weights", new NllLoss(weights)),
                new Case("cross_entropy", new CrossEntropyLoss()),
                new Case("cross_entropy_smoothing", new CrossEntropyLoss(0.2, List.of())),
                new Case("cross_entropy_weights", new CrossEntropyLoss(0, weights)),
                new Case("cross_entropy_both", new CrossEntropyLoss(0.1, weights)),
                new Case("mse", new MseLoss()),
                new Case("mse_half_sum", new MseLoss(MseReduction.HALF_SUM)),
                new Case("mae", new MaeLoss()),
                new Case("huber", new HuberLoss(1)),
                new Case("huber_delta", new HuberLoss(2.5)),
                new Case("bce", new BceLoss(false)),
                new Case("bce_certain", new BceLoss(false)),
                new Case("bce_logits", new BceLoss(true)),
                new Case("bce_pos_weight", new BceLoss(true, weights)),
                new Case("bce_single_pos_weight", new BceLoss(true, List.of(3.0))),
                new Case("hinge", new HingeLoss(1, false)),
                new Case("hinge_squared", new HingeLoss(1.5, true)),
                new Case("hinge_single", new HingeLoss(1, false)),
                new Case("hinge_single_squared", new HingeLoss(0.5, true)),
                new Case("kl_div", new KlDivLoss(KlDivReduction.MEAN)),
                new Case("kl_div_batch_mean", new KlDivLoss(KlDivReduction.BATCH_MEAN)),
                new Case("poisson", new PoissonLoss(true, 1e-8)),
                new Case("poisson_counts", new PoissonLoss(false, 1e-8)),
                new Case("poisson_full", new PoissonLoss(true, 1e-8, true)),
                new Case("poisson_counts_full", new PoissonLoss(false, 1e-8, true)));
    }

    /** A loss bound to views of its own. */
    private record Bench(View output, View targets, View gradient, BoundLoss loss) {}

    private Bench bench(LossSpec spec, int batch, int outputs) {
        Kernels kernels = implementation.open();
        Loss loss = Losses.compile(spec, Optional.empty(), outputs);
        View output = kernels.allocate((long) batch * outputs).view(0, batch, outputs);
        int columns = loss.takesLabels() ? 1 : outputs;
        View targets = kernels.allocate((long) batch * columns).view(0, batch, columns);
        View gradient = kernels.allocate((long) batch * outputs).view(0, batch, outputs);
        int length = loss.workspace(batch, outputs);
        View workspace = length == 0 ? null : kernels.allocate(length).view(0, 1, length);
        LossBinding views = new LossBinding(kernels, output, targets, gradient, workspace);
        return new Bench(output, targets, gradient, loss.bind(views));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossAndGradientAreThoseOfPyTorch(Case expected) throws IOException {
        Map<String, float[]> torch = Reference.read("losses");
        float[] output = torch.get(expected.name() + ".output");
        Bench bench = bench(expected.spec(), BATCH, output.length / BATCH);
        bench.output().set(output);
        bench.targets().set(torch.get(expected.name() + ".target"));
        float loss = torch.get(expected.name() + ".loss")[0];
        assertEquals(loss, bench.loss().value(), 1e-5 * Math.max(1, Math.abs(loss)));
        bench.loss().gradient();
        float[] gradient = torch.get(expected.name() + ".gradient");
        double difference =
                Reference.relativeDifference(gradient, bench.gradient().toArray());
        assertTrue(difference < 1e-5, "gradients differ by " + difference);
    }

    @Test
    void everyLossIsCompared() {
        List<String> compared = cases().map(expected -> key(expected.spec()))
                .distinct()
                .sorted()
                .toList();
        assertEquals(Catalogue.keys(Family.LOSS).stream().sorted().toList(), compared);
    }

    private static String key(LossSpec spec) {
        return Catalogue.describe(((Record) spec).getClass()).key();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGradientIsTheDerivativeAlsoOfALargerBatch(Case expected) {
        int outputs = expected.name().contains("single") ? 1 : 4;
        int batch = 33;
        Bench bench = bench(expected.spec(), batch, outputs);
        float[] output = output(expected.spec(), batch, outputs);
        bench.output().set(output);
        bench.targets().set(targets(expected.spec(), bench.targets()));
        bench.loss().gradient();
        float[] gradient = bench.gradient().toArray();
        double greatest = 0;
        for (float value : gradient) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < output.length; i++) {
            double difference = difference(bench, output, i);
            if (Math.abs(difference - gradient[i]) > 5e-3 * greatest) {
                wrong.add(i + ": " + gradient[i] + " instead of " + difference);
            }
        }
        assertTrue(wrong.size() <= 4, "beside a few kinks: " + wrong);
    }

    private static float[] output(LossSpec spec, int batch, int outputs) {
        Random random = new Random(3);
        float[] output = new float[batch * outputs];
        boolean positive = spec instanceof BceLoss bce && !bce.fromLogits()
                || spec instanceof PoissonLoss poisson && !poisson.logInput();
        for (int i = 0; i < output.length; i++) {
            output[i] = positive ? 0.1f + 0.8f * random.nextFloat() : (float) random.nextGaussian();
        }
        return output;
    }

    private static float[] targets(LossSpec spec, View views) {
        Random random = new Random(5);
        float[] targets = new float[views.length()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = spec.classifies() ? 0 : random.nextInt(4);
        }
        for (int row = 0; spec.classifies() && row < views.rows(); row++) {
            if (views.columns() == 1) {
                targets[row] = random.nextInt(spec instanceof HingeLoss ? 2 : 4);
            } else {
                targets[row * views.columns() + random.nextInt(views.columns())] = 1;
            }
        }
        return targets;
    }

    private static double difference(Bench bench, float[] output, int i) {
        float step = 5e-3f;
        float value = output[i];
        output[i] = value + step;
        bench.output().set(output);
        double above = bench.loss().value();
        output[i] = value - step;
        bench.output().set(output);
        double below = bench.loss().value();
        output[i] = value;
        return (above - below) / (2 * step);
    }

    @Test
    void aBatchOfClassesWithoutWeightCostsNothing() {
        Bench bench = bench(new CrossEntropyLoss(0, List.of(0.0, 1.0)), 2, 2);
        bench.output().set(new float[] {1, 2, 3, 4});
        bench.targets().set(new float[] {0, 0});
        assertEquals(0, bench.loss().value());
        bench.loss().gradient();
        for (float value : bench.gradient().toArray()) {
            assertEquals(0, value);
        }
    }

    @Test
    void anotherNumberOfWeightsThanOfClassesIsRefused() {
        NllLoss weighted = new NllLoss(List.of(1.0, 2.0));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Losses.compile(weighted, Optional.empty(), 3))
                .getMessage();
        assertTrue(message.contains("class_weights has 2 numbers, but the network has 3 outputs"), message);
    }
}
