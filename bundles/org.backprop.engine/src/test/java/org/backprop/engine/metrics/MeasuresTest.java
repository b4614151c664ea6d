package org.backprop.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.kernels.View;
import org.backprop.model.AccuracyMetric;
import org.backprop.model.AucMetric;
import org.backprop.model.BceLoss;
import org.backprop.model.ConfusionMatrixMetric;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.F1Metric;
import org.backprop.model.HingeLoss;
import org.backprop.model.LossSpec;
import org.backprop.model.MaeMetric;
import org.backprop.model.MetricSpec;
import org.backprop.model.MseLoss;
import org.backprop.model.NllLoss;
import org.backprop.model.PoissonLoss;
import org.backprop.model.PrecisionMetric;
import org.backprop.model.R2Metric;
import org.backprop.model.RecallMetric;
import org.backprop.model.RmseMetric;
import org.backprop.model.TopKMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the measures with values counted by hand or by their definitions, as scikit-learn gives them. */
class MeasuresTest {

    private static final List<MetricSpec> OF_CLASSES = List.of(
            new AccuracyMetric(),
            new TopKMetric(2),
            new PrecisionMetric(),
            new RecallMetric(),
            new F1Metric(),
            new AucMetric(),
            new ConfusionMatrixMetric());
    private static final List<MetricSpec> OF_NUMBERS = List.of(new MaeMetric(), new RmseMetric(), new R2Metric());

    private final Nd4jKernels kernels = new Nd4jKernels(1);

    private View view(int columns, float... values) {
        View view = kernels.allocate(values.length).view(0, values.length / columns, columns);
        view.set(values);
        return view;
    }

    private Measures measured(List<MetricSpec> specs, LossSpec loss, int outputs, float[] output, float[] targets) {
        Measures measures = new Measures(specs, loss, outputs);
        measures.add(view(outputs, output), view(targets.length * outputs / output.length, targets));
        return measures;
    }

    @Test
    void measuresOfClassesAreThoseCountedByHand() {
        // labels 0 0 0 1 1 2, predictions 0 0 1 1 2 2, class 3 never occurs
        float[] output = {
            3, 1, 0, 0,
            2, 1, 0, 0,
            1, 2, 0, 0,
            0, 2, 1, 0,
            1, 0, 2, 0,
            0, 1, 2, 0
        };
        Measures measures = measured(OF_CLASSES, new NllLoss(), 4, output, new float[] {0, 0, 0, 1, 1, 2});
        Map<String, Double> values = measures.values();
        assertEquals(4 / 6.0, values.get("accuracy"), 1e-12);
        assertEquals((2 / 2.0 + 1 / 2.0 + 1 / 2.0) / 3, values.get("precision"), 1e-12);
        assertEquals((2 / 3.0 + 1 / 2.0 + 1 / 1.0) / 3, values.get("recall"), 1e-12);
        assertEquals((4 / 5.0 + 2 / 4.0 + 2 / 3.0) / 3, values.get("f1"), 1e-12);
        assertEquals(5 / 6.0, values.get("top_k"), 1e-12);
        long[][] expected = {{2, 1, 0, 0}, {0, 1, 1, 0}, {0, 0, 1, 0}, {0, 0, 0, 0}};
        assertArrayEquals(expected, measures.confusionMatrix().orElseThrow());
        assertFalse(values.containsKey("confusion_matrix"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theAreaIsTheProbabilityThatAPairIsInOrderAlsoWithTies(int classes) {
        Random random = new Random(7);
        int count = 200;
        float[] output = new float[count * classes];
        float[] labels = new float[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(Math.max(2, classes));
            for (int k = 0; k < classes; k++) {
                float hint = labels[i] == (classes == 1 ? 1 : k) ? 0.5f : 0;
                output[i * classes + k] = Math.round(4 * (hint + random.nextGaussian())) / 4f;
            }
        }
        LossSpec loss = classes == 1 ? new HingeLoss(1, false) : new NllLoss();
        Measures measures = new Measures(List.of(new AucMetric()), loss, classes);
        for (int from = 0; from < count; from += 50) {
            measures.add(
                    view(classes, Arrays.copyOfRange(output, from * classes, (from + 50) * classes)),
                    view(1, Arrays.copyOfRange(labels, from, from + 50)));
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += pairs(output, labels, classes, k, classes == 1 ? 1 : k);
        }
        assertEquals(sum / classes, measures.values().get("auc"), 1e-12);
    }

    private static double pairs(float[] output, float[] labels, int classes, int column, int label) {
        double ordered = 0;
        long pairs = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                if (labels[i] == label && labels[j] != label) {
                    float a = output[i * classes + column];
                    float b = output[j * classes + column];
                    ordered += a > b ? 1 : a == b ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return ordered / pairs;
    }

    @Test
    void logitsAreComparedAsProbabilities() {
        // the logits of class 0 are in the wrong order, its probabilities in the right one
        float[] output = {1, -3, 2, 2, 0, 4};
        float[] labels = {0, 1, 1};
        double area = measured(List.of(new AucMetric()), new CrossEntropyLoss(), 2, output, labels)
                .values()
                .get("auc");
        assertEquals(1, area);
    }

    @Test
    void theAreaOfASetWithOneClassIsNotDefined() {
        double area = measured(List.of(new AucMetric()), new NllLoss(), 2, new float[] {1, 2, 3, 4}, new float[] {1, 1})
                .values()
                .get("auc");
        assertTrue(Double.isNaN(area));
    }

    @Test
    void oneOutputTellsTwoClassesApartAtTheThresholdOfTheLoss() {
        float[] output = {0.2f, 0.7f, 0.4f, 0.9f};
        float[] targets = {0, 1, 1, 0};
        Measures probabilities = measured(OF_CLASSES, new BceLoss(false), 1, output, targets);
        assertArrayEquals(
                new long[][] {{1, 1}, {1, 1}}, probabilities.confusionMatrix().orElseThrow());
        assertEquals(0.5, probabilities.values().get("accuracy"));
        assertEquals(1, probabilities.values().get("top_k"));
        Measures logits = measured(OF_CLASSES, new BceLoss(true), 1, output, targets);
        assertArrayEquals(
                new long[][] {{0, 2}, {0, 2}}, logits.confusionMatrix().orElseThrow());
    }

    @Test
    void classesMayBeGivenAsIndicators() {
        float[] output = {0.9f, 0.1f, 0.3f, 0.4f};
        Measures measures = measured(OF_CLASSES, new MseLoss(), 2, output, new float[] {1, 0, 1, 0});
        assertArrayEquals(
                new long[][] {{1, 1}, {0, 0}}, measures.confusionMatrix().orElseThrow());
    }

    @Test
    void measuresOfNumbersFollowTheirDefinitions() {
        float[] output = {2.5f, 0, 2, 8};
        float[] targets = {3, -0.5f, 2, 7};
        Map<String, Double> values =
                measured(OF_NUMBERS, new MseLoss(), 1, output, targets).values();
        assertEquals(0.5, values.get("mae"), 1e-12);
        assertEquals(Math.sqrt(0.375), values.get("rmse"), 1e-12);
        assertEquals(0.9486081370449679, values.get("r2"), 1e-12);
    }

    @Test
    void explainedVarianceIsPreciseFarFromZeroAndDefinedForConstantTargets() {
        float[] targets = {1_000_000, 1_000_001, 1_000_002};
        float[] output = {1_000_000, 1_000_001, 1_000_001};
        assertEquals(
                0.5,
                measured(OF_NUMBERS, new MseLoss(), 1, output, targets).values().get("r2"),
                1e-9);
        float[] same = {2, 2};
        assertEquals(
                1, measured(OF_NUMBERS, new MseLoss(), 1, same, same).values().get("r2"));
        assertEquals(
                0,
                measured(OF_NUMBERS, new MseLoss(), 1, new float[] {2, 3}, same)
                        .values()
                        .get("r2"));
    }

    @Test
    void logarithmsOfCountsAreComparedAsCounts() {
        float[] output = {0, (float) Math.log(3)};
        Map<String, Double> values = measured(OF_NUMBERS, new PoissonLoss(true, 1e-8), 1, output, new float[] {2, 3})
                .values();
        assertEquals(0.5, values.get("mae"), 1e-6);
    }

    @Test
    void whatIsNotDefinedForTheLossIsRefusedByName() {
        List<MetricSpec> f1 = List.of(new F1Metric());
        String classes = assertThrows(IllegalArgumentException.class, () -> new Measures(f1, new MseLoss(), 1))
                .getMessage();
        assertTrue(classes.contains("'f1' compares classes"), classes);
        List<MetricSpec> mae = List.of(new MaeMetric());
        String numbers = assertThrows(IllegalArgumentException.class, () -> new Measures(mae, new NllLoss(), 3))
                .getMessage();
        assertTrue(numbers.contains("'mae' compares numbers"), numbers);
    }
}
