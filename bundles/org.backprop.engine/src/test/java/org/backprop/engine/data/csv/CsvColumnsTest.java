package org.backprop.engine.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.DataLoader;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Splits;
import org.backprop.engine.data.Storage;
import org.backprop.model.CsvData;
import org.backprop.model.DataSection;
import org.backprop.model.Normalization;
import org.backprop.model.Shape;
import org.backprop.model.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables with several targets, scores, and texts. */
class CsvColumnsTest {

    private static final Split HALVES = new Split(0.5, 0.25, 0.25, 1, false);

    @TempDir
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private Splits load(String text, List<Normalization> normalize, Split split) throws IOException, DataException {
        write(text);
        DataSection section =
                new DataSection(new CsvData("t.csv", "y", true), split, normalize, List.of(), Optional.empty());
        return DataLoader.load(section, folder, false, Progress.NONE);
    }

    @Test
    void severalTargetsAndAScoreAreNoFeatures() throws IOException, DataException {
        Path file = write("a,y1,s,b,y2\n1,2,3,4,5\n6,7,8,9,10\n");
        CsvData spec = new CsvData("t.csv", List.of("y2", "y1"), true, Optional.of("s"));
        Dataset data = CsvLoader.load(file, spec, false, Storage.HEAP, Progress.NONE);
        assertEquals(Shape.of(2), data.shape());
        assertArrayEquals(new float[] {1, 4, 6, 9}, data.features());
        assertArrayEquals(new float[] {5, 2, 10, 7}, data.targets());
        assertArrayEquals(new float[] {3, 8}, data.scores());
        assertEquals(2, data.targetWidth());
        Dataset second = data.select(new int[] {1});
        assertArrayEquals(new float[] {10, 7}, second.targets());
        assertArrayEquals(new float[] {8}, second.scores());
    }

    @Test
    void aColumnCannotBeTwoThings() throws IOException {
        Path file = write("a,y\n1,2\n");
        CsvData twice = new CsvData("t.csv", List.of("y", "-1"), true, Optional.empty());
        assertMessage("named twice", () -> CsvLoader.load(file, twice, false, Storage.HEAP, Progress.NONE));
        CsvData all = new CsvData("t.csv", List.of("a"), true, Optional.of("y"));
        assertMessage(
                "no column left for a feature", () -> CsvLoader.load(file, all, false, Storage.HEAP, Progress.NONE));
        CsvData unknown = new CsvData("t.csv", List.of("y"), true, Optional.of("z"));
        assertMessage(
                "no column is named \"z\"", () -> CsvLoader.load(file, unknown, false, Storage.HEAP, Progress.NONE));
    }

    private static void assertMessage(String part, org.junit.jupiter.api.function.Executable load) {
        String message = assertThrows(DataException.class, load).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void textsBecomeTheSortedCategoriesOfTheTrainingSetAndNumbersAreScaled() throws IOException, DataException {
        StringBuilder text = new StringBuilder("color,size,y\n");
        for (int i = 0; i < 8; i++) {
            text.append(i % 2 == 0 ? "red" : "blue").append(',').append(i).append(",0\n");
        }
        Splits splits = load(
                text.toString(), List.of(Normalization.ONE_HOT, Normalization.MIN_MAX), new Split(1, 0, 0, 1, false));
        Dataset train = splits.train();
        assertEquals(Shape.of(3), train.shape());
        for (int i = 0; i < 8; i++) {
            float blue = train.features()[3 * i];
            assertEquals(1, blue + train.features()[3 * i + 1]);
            int size = Math.round(7 * train.features()[3 * i + 2]);
            assertEquals(size % 2, blue);
        }
        assertEquals(List.of(), splits.warnings());
    }

    @Test
    void aCategoryThatIsNotTrainedBecomesZerosWithAWarning() throws IOException, DataException {
        String text = "color,y\na,1\nb,2\nc,3\nd,4\ne,5\nf,6\ng,7\nh,8\n";
        Splits splits = load(text, List.of(Normalization.ONE_HOT), HALVES);
        assertEquals(Shape.of(4), splits.validation().shape());
        assertArrayEquals(new float[8], splits.validation().features());
        assertTrue(
                splits.warnings().stream().anyMatch(warning -> warning.contains("the validation set has categories")),
                splits.warnings().toString());
    }

    @Test
    void aMissingTextHasItsPlaceInTheMessage() {
        assertMessage(
                "t.csv:3: column \"color\": the value is missing",
                () -> load("color,y\na,1\n,2\n", List.of(Normalization.ONE_HOT), HALVES));
    }
}
