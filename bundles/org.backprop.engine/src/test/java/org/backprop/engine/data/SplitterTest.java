package org.backprop.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.engine.data.Splitter.Partition;
import org.backprop.model.Split;
import org.junit.jupiter.api.Test;

class SplitterTest {

    @Test
    void fractionsThatSumToOneUseEverySampleOnce() throws DataException {
        for (int count : new int[] {3, 10, 99, 1001}) {
            Partition parts = Splitter.partition(new Split(0.8, 0.1, 0.1, 1, false), count, null, "x");
            assertArrayEquals(IntStream.range(0, count).toArray(), together(parts));
        }
    }

    @Test
    void countsGiveExactlyThatManyDistinctSamples() throws DataException {
        Partition parts = Splitter.partition(new Split(60, 10, 5, 1, false), 100, null, "x");
        assertEquals(List.of(60, 10, 5), List.of(parts.train().length, parts.validation().length, parts.test().length));
        assertEquals(75, Arrays.stream(together(parts)).distinct().count());
    }

    @Test
    void anAmountOfOneIsOneSampleAmongCountsAndEverythingAmongFractions() throws DataException {
        assertEquals(
                1,
                Splitter.partition(new Split(60, 1, 0, 1, false), 100, null, "x")
                        .validation()
                        .length);
        assertEquals(
                100,
                Splitter.partition(new Split(1, 0, 0, 1, false), 100, null, "x").train().length);
    }

    @Test
    void theSameSeedGivesTheSameSplitAndAnotherSeedAnother() throws DataException {
        Partition first = Splitter.partition(new Split(50, 50, 0, 1, false), 100, null, "x");
        Partition again = Splitter.partition(new Split(50, 50, 0, 1, false), 100, null, "x");
        Partition other = Splitter.partition(new Split(50, 50, 0, 2, false), 100, null, "x");
        assertArrayEquals(first.train(), again.train());
        assertFalse(Arrays.equals(first.train(), other.train()));
    }

    @Test
    void stratifiedSetsKeepTheClassesProportionsToWithinOneSample() throws DataException {
        int[] labels =
                IntStream.range(0, 1000).map(i -> i < 700 ? 0 : i < 950 ? 1 : 2).toArray();
        Partition parts = Splitter.partition(new Split(0.6, 0.3, 0.1, 7, true), 1000, labels, "x");
        assertArrayEquals(IntStream.range(0, 1000).toArray(), together(parts));
        for (int[] set : List.of(parts.train(), parts.validation(), parts.test())) {
            assertEquals(0.70 * set.length, count(set, labels, 0), 1);
            assertEquals(0.25 * set.length, count(set, labels, 1), 1);
            assertEquals(0.05 * set.length, count(set, labels, 2), 1);
        }
    }

    @Test
    void samplesOfOneClassAreChosenAtRandomWhenStratified() throws DataException {
        int[] labels = new int[100];
        Partition parts = Splitter.partition(new Split(50, 50, 0, 1, true), 100, labels, "x");
        assertFalse(Arrays.equals(IntStream.range(0, 50).toArray(), sorted(parts.train())));
    }

    @Test
    void withoutTestTheFractionOfTheTestSetGoesToTraining() throws DataException {
        Partition parts = Splitter.partitionWithoutTest(new Split(0.8, 0.1, 0.1, 1, false), 100, null, "x");
        assertEquals(90, parts.train().length);
        assertEquals(10, parts.validation().length);
        assertEquals(0, parts.test().length);
    }

    @Test
    void withoutTestACountOfTestSamplesIsNotAskedOfTheRest() throws DataException {
        Partition parts = Splitter.partitionWithoutTest(new Split(1, 1, 500, 1, false), 2, null, "x");
        assertEquals(1, parts.train().length);
        assertEquals(1, parts.validation().length);
    }

    @Test
    void countsBeyondTheDataAreAnErrorThatSaysHowManyThereAre() {
        assertEquals(
                "iris.csv: the split asks for 160 samples, there are only 150; lower its amounts",
                error(new Split(120, 40, 0, 1, false), 150, null));
        assertEquals(
                "iris.csv: the split asks for 4,294,967,294 samples, there are only 150; lower its amounts",
                error(new Split(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 1, false), 150, null));
    }

    @Test
    void aSplitThatLeavesNothingToTrainOnIsAnError() {
        assertEquals(
                "iris.csv: the split leaves none of the 4 samples to train on; raise train",
                error(new Split(0.1, 0.9, 0, 1, false), 4, null));
    }

    @Test
    void aStratifiedSplitOfARegressionIsAnError() {
        assertEquals(
                "iris.csv: a stratified split needs classes, and the loss makes this a regression; set stratified: false",
                error(new Split(0.8, 0.2, 0, 1, true), 100, null));
    }

    private static String error(Split split, int count, int[] labels) {
        return assertThrows(DataException.class, () -> Splitter.partition(split, count, labels, "iris.csv"))
                .getMessage();
    }

    private static long count(int[] set, int[] labels, int label) {
        return Arrays.stream(set).filter(i -> labels[i] == label).count();
    }

    private static int[] together(Partition parts) {
        return Stream.of(parts.train(), parts.validation(), parts.test())
                .flatMapToInt(IntStream::of)
                .sorted()
                .toArray();
    }

    private static int[] sorted(int[] values) {
        return IntStream.of(values).sorted().toArray();
    }
}
