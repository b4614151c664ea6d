package org.backprop.engine.train.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.ModelReader;
import org.backprop.model.Shape;
import org.backprop.model.TrainingSection;
import org.junit.jupiter.api.Test;

class SampleOrderTest {

    private static final int COUNT = 1000;
    private static final String MODEL = """
            backprop: 1
            data: {csv: {path: none.csv, score: 2}}
            network: {input: [1], layers: [{dense: 2}]}
            training: {loss: cross_entropy, seed: 3, order: %s}
            """;

    private static TrainingSection settings(String order) {
        return ModelReader.read("test.nn.yaml", MODEL.formatted(order))
                .model()
                .orElseThrow()
                .training();
    }

    /** A tenth of class "a", at the end; the scores fall from one sample to the next. */
    private static Dataset data() {
        int[] labels = IntStream.range(0, COUNT).map(i -> i < 900 ? 1 : 0).toArray();
        float[] scores = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            scores[i] = COUNT - i - 1;
        }
        return new Dataset(Shape.of(1), new float[COUNT], labels, null, List.of("a", "b")).withScores(scores);
    }

    private static SampleOrder order(String order) {
        return Orders.of(settings(order), data(), Implementation.ND4J.open(), () -> data().scores());
    }

    private static int[] uses(int[] order) {
        assertEquals(COUNT, order.length);
        int[] uses = new int[COUNT];
        for (int sample : order) {
            uses[sample]++;
        }
        return uses;
    }

    private static int ofFirstClass(int[] order) {
        return (int) Arrays.stream(order).filter(sample -> sample >= 900).count();
    }

    @Test
    void shuffleTakesEachSampleOnceInAnotherOrderInEachEpoch() {
        int[] uses = new int[COUNT];
        Arrays.fill(uses, 1);
        assertArrayEquals(uses, uses(order("shuffle").of(0)));
        assertTrue(!Arrays.equals(order("shuffle").of(0), order("shuffle").of(1)));
    }

    @Test
    void sequentialKeepsTheOrderOfTheData() {
        assertNull(order("sequential").of(4));
    }

    @Test
    void weightedDrawsEachClassEquallyOften() {
        SampleOrder order = order("weighted");
        assertEquals(500, ofFirstClass(order.of(0)), 60);
        assertTrue(Arrays.stream(uses(order.of(0))).anyMatch(uses -> uses > 1), "no sample twice");
        assertTrue(!Arrays.equals(order.of(0), order.of(1)));
    }

    @Test
    void aClassWithoutWeightIsNeverDrawn() {
        assertEquals(
                COUNT, ofFirstClass(order("{weighted: {class_weights: [1, 0]}}").of(0)));
        assertEquals(
                750, ofFirstClass(order("{weighted: {class_weights: [3, 1]}}").of(0)), 60);
    }

    @Test
    void weightedByScoreDrawsInProportionToTheScores() {
        int[] draws = order("{weighted: score}").of(0);
        // The first half of the samples has three quarters of the sum of 999, 998, ..., 0.
        assertEquals(750, Arrays.stream(draws).filter(sample -> sample < 500).count(), 60);
        assertEquals(0, uses(draws)[COUNT - 1]);
    }

    @Test
    void aCurriculumTakesTheEasiestSamplesEachEquallyOftenUntilItTakesAll() {
        SampleOrder order = order("{curriculum: {by: score, start: 0.3, epochs: 7}}");
        for (int epoch = 0; epoch < 9; epoch++) {
            int available = epoch < 7 ? (int) Math.ceil(COUNT * (0.3 + 0.7 * epoch / 7)) : COUNT;
            int[] uses = uses(order.of(epoch));
            for (int i = 0; i < COUNT; i++) {
                boolean easy = i >= COUNT - available;
                int least = easy ? COUNT / available : 0;
                assertTrue(uses[i] == least || easy && uses[i] == least + 1, "sample " + i + " in epoch " + epoch);
            }
        }
    }

    @Test
    void theDifficultyMayBeMeasuredAndIsKept() {
        SampleOrder order = order("curriculum");
        assertTrue(order.state().isEmpty(), "nothing is measured before it is needed");
        int[] first = order.of(3);
        assertArrayEquals(order("{curriculum: score}").of(3), first);
        SampleOrder later = Orders.of(settings("curriculum"), data(), Implementation.ND4J.open(), () -> {
            throw new AssertionError("measured again");
        });
        later.restore(order.state().orElseThrow().copy());
        assertArrayEquals(first, later.of(3));
    }

    @Test
    void sharesGrowAsThePacingSays() {
        assertEquals(0.6, share("linear", 2), 1e-12);
        assertEquals(Math.sqrt(0.2 * 0.2 + 0.96 / 2), share("root", 2), 1e-12);
        assertEquals(0.2, share("step", 3), 1e-12);
        assertEquals(1, share("step", 4), 1e-12);
    }

    private static double share(String pacing, int epoch) {
        return ((org.backprop.model.CurriculumOrder) settings("{curriculum: {pacing: %s, epochs: 4}}".formatted(pacing))
                        .sampleOrder())
                .share(epoch);
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        Dataset negative = data().withScores(new float[COUNT]);
        negative.scores()[7] = -1;
        assertRefused(negative, "weighted: score", "has the weight -1.0; weights must be at least 0");
        assertRefused(data().withScores(new float[COUNT]), "weighted: score", "no training sample has a weight");
        assertRefused(data().withScores(null), "weighted: score", "the data has no scores");
        Dataset numbers = new Dataset(Shape.of(1), new float[2], null, new float[2], List.of());
        assertRefused(numbers, "weighted: class_balance", "there are no classes to balance");
    }

    private static void assertRefused(Dataset data, String order, String reason) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Orders.of(settings("{" + order + "}"), data, Implementation.ND4J.open(), () -> null))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }
}
