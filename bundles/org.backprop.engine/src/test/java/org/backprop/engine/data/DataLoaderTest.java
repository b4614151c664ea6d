package org.backprop.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.engine.data.digits.DigitsGenerator;
import org.backprop.model.CsvData;
import org.backprop.model.DataSection;
import org.backprop.model.DataSpec;
import org.backprop.model.DigitsData;
import org.backprop.model.Normalization;
import org.backprop.model.Shape;
import org.backprop.model.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLoaderTest {

    private static final Split HALVES = new Split(0.5, 0.5, 0, 1, false);

    @TempDir
    private Path folder;

    @Test
    void digitsAreDividedIntoSetsWithoutACommonSample() throws DataException {
        Splits splits = load(new DigitsData(100, 1), new Split(0.7, 0.2, 0.1, 1, true), true);
        assertEquals(
                List.of(70, 20, 10),
                List.of(
                        splits.train().count(),
                        splits.validation().count(),
                        splits.test().count()));
        long pictures = Stream.of(splits.train(), splits.validation(), splits.test())
                .flatMap(set -> IntStream.range(0, set.count())
                        .mapToObj(i -> Arrays.copyOfRange(set.features(), i * set.width(), (i + 1) * set.width())))
                .map(Arrays::toString)
                .distinct()
                .count();
        assertEquals(100, pictures);
    }

    @Test
    void theTargetsOfAReconstructionAreTheScaledFeatures() throws DataException {
        DataSection section = new DataSection(
                new DigitsData(20, 1), HALVES, List.of(Normalization.STANDARDIZE), List.of(), Optional.empty(), true);
        Splits splits = DataLoader.load(section, folder, false, Progress.NONE);
        for (Dataset set : List.of(splits.train(), splits.validation(), splits.test())) {
            assertNull(set.labels());
            assertArrayEquals(set.features(), set.targets());
        }
        assertEquals(784, splits.train().targetWidth());
        assertTrue(splits.train().features()[0] < 0, "standardized");
    }

    @Test
    void aDigitIsTheTargetInARegression() throws DataException {
        Splits splits = load(new DigitsData(10, 1), new Split(1, 0, 0, 1, false), false);
        float[] targets = splits.train().targets().clone();
        Arrays.sort(targets);
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, targets);
        assertNull(splits.train().labels());
    }

    @Test
    void moreDigitsThanADataSetCanHoldAreAnError() {
        DataException e = assertThrows(
                DataException.class, () -> load(new DigitsData(10_000_000, 1), new Split(1, 0, 0, 1, false), true));
        assertEquals(
                "digits: more than the 2,147,483,639 values that a data set can hold; use fewer samples",
                e.getMessage());
    }

    @Test
    void aPathIsRelativeToTheFolderOfTheModelFile() throws Exception {
        Files.createDirectories(folder.resolve("tables"));
        Files.writeString(folder.resolve("tables/points.csv"), "x,y,color\n1,2,red\n3,4,blue\n");
        Splits splits = load(new CsvData("tables/points.csv", "color", true), HALVES, true);
        assertEquals(Shape.of(2), splits.train().shape());
        assertEquals(List.of("blue", "red"), splits.validation().classes());
        assertEquals(1, splits.train().count());
    }

    @Test
    void aPathThatTheSystemCannotHaveIsAnErrorAboutThePath() {
        DataException e = assertThrows(DataException.class, () -> load(new CsvData("a\0b", "-1", true), HALVES, true));
        assertTrue(e.getMessage().contains("is not a path on this system"), e.getMessage());
    }

    @Test
    void aSplitLargerThanAFileNamesTheFile() throws IOException {
        Files.writeString(folder.resolve("small.csv"), "x,y\n1,2\n");
        DataException e = assertThrows(
                DataException.class,
                () -> load(new CsvData("small.csv", "y", true), new Split(5, 5, 0, 1, false), true));
        assertEquals(
                folder.resolve("small.csv") + ": the split asks for 10 samples, there are only 1; lower its amounts",
                e.getMessage());
    }

    @Test
    void generatingReportsItsProgressInOrder() throws DataException {
        List<Long> reports = new ArrayList<>();
        new DigitsGenerator(1)
                .generate(new int[2000], true, (done, total) -> reports.add(done))
                .features();
        assertEquals(2000, reports.getLast());
        assertEquals(reports.stream().sorted().toList(), reports);
    }

    @Test
    void aCanceledLoadEndsWithACancellation() throws IOException {
        StringBuilder rows = new StringBuilder("x,y\n");
        Files.writeString(folder.resolve("long.csv"), rows.repeat("1,2\n", 5000));
        for (DataSpec source : List.of(new DigitsData(5000, 1), new CsvData("long.csv", "y", true))) {
            assertThrows(
                    CancellationException.class,
                    () -> DataLoader.load(new DataSection(source, HALVES), folder, true, new CanceledAtFirstReport())
                            .train()
                            .features());
        }
    }

    private Splits load(DataSpec source, Split split, boolean classification) throws DataException {
        return DataLoader.load(new DataSection(source, split), folder, classification, Progress.NONE);
    }

    private static final class CanceledAtFirstReport implements Progress {

        private volatile boolean reported;

        @Override
        public void report(long done, long total) {
            reported = true;
        }

        @Override
        public boolean canceled() {
            return reported;
        }
    }
}
