package org.backprop.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.backprop.model.CsvData;
import org.backprop.model.DataSection;
import org.backprop.model.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitChecksTest {

    private static final Split SPLIT = new Split(0.6, 0.2, 0.2, 1, false);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("points.csv");
    }

    @Test
    void nothingIsSaidAboutDistinctSamplesOfClassesThatAreTrained() throws Exception {
        write(IntStream.range(0, 50).mapToObj(i -> i + "," + i % 2).toList());
        assertEquals(List.of(), warnings(SPLIT));
    }

    @Test
    void samplesThatAreInTwoSetsAreCountedAndNamed() throws Exception {
        List<String> rows =
                IntStream.range(0, 50).mapToObj(i -> i % 25 + "," + i % 2).toList();
        write(rows);
        List<String> warnings = warnings(new Split(40, 10, 0, 1, false));
        assertEquals(1, warnings.size());
        Matcher pair = Pattern.compile("validation row (\\d+) equals training row (\\d+)")
                .matcher(warnings.getFirst());
        assertTrue(pair.find(), warnings.getFirst());
        int row = Integer.parseInt(pair.group(1));
        int other = Integer.parseInt(pair.group(2));
        assertEquals((row - 1) % 25, (other - 1) % 25);
        assertTrue(warnings.getFirst().startsWith(file + ": "));
        assertTrue(
                warnings.getFirst().matches(".*: \\d+ of the 10 validation samples are in the training set too.*"),
                warnings.getFirst());
    }

    @Test
    void aClassThatIsNotInTheTrainingSetIsNamed() throws Exception {
        write(IntStream.range(0, 50)
                .mapToObj(i -> i + "," + (i == 7 ? "rare" : "common"))
                .toList());
        boolean named = false;
        for (int seed = 1; seed < 20; seed++) {
            List<String> warnings = warnings(new Split(25, 25, 0, seed, false));
            named |= warnings.equals(
                    List.of(
                            file
                                    + ": 1 of the 2 classes never occur in the training set (\"rare\"), so they cannot be learned; set split.stratified: true or raise split.train"));
            assertTrue(warnings.size() <= 1);
        }
        assertTrue(named);
    }

    @Test
    void aSetOfOneSampleIsNamed() throws Exception {
        write(IntStream.range(0, 50).mapToObj(i -> i + "," + i % 2).toList());
        assertEquals(
                List.of(file + ": the test set has one sample, which says little; raise split.test"),
                warnings(new Split(40, 9, 1, 1, false)));
    }

    private void write(List<String> rows) throws IOException {
        Files.writeString(file, "x,y\n" + String.join("\n", rows) + "\n");
    }

    private List<String> warnings(Split split) throws DataException {
        DataSection section = new DataSection(new CsvData("points.csv", "y", true), split);
        return DataLoader.load(section, folder, true, Progress.NONE).warnings();
    }
}
