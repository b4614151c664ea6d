package org.backprop.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.model.CsvData;
import org.backprop.model.DataSection;
import org.backprop.model.Normalization;
import org.backprop.model.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloatFileTest {

    @TempDir
    Path folder;

    @Test
    void givesBackTheRowsAndLeavesNoFile() throws IOException, DataException {
        FloatFile file = new FloatFile(folder);
        int rows = 30_000; // more than the buffer holds
        for (int i = 0; i < 3 * rows; i++) {
            file.add(i, "test");
        }
        Features features = file.features(3);
        assertEquals(rows, features.count());
        float[] row = new float[4];
        features.read(rows - 1, row, 1);
        assertArrayEquals(new float[] {0, 3 * rows - 3, 3 * rows - 2, 3 * rows - 1}, row);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void findsRowsInEachPart() {
        List<FloatBuffer> parts =
                List.of(FloatBuffer.wrap(new float[] {1, 2, 3, 4}), FloatBuffer.wrap(new float[] {5, 6}));
        float[] row = new float[2];
        Features features = new MappedFeatures(parts, 2, 3, 2);
        features.read(1, row, 0);
        assertArrayEquals(new float[] {3, 4}, row);
        features.read(2, row, 0);
        assertArrayEquals(new float[] {5, 6}, row);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        String message = assertThrows(DataException.class, () -> new FloatFile(folder.resolve("gone")))
                .getMessage();
        assertTrue(message.contains("gone") && message.contains("-Djava.io.tmpdir"), message);
    }

    @Test
    void featuresThatDoNotFitInMemoryAreKeptInAFile() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "a,y\n1,2\n".repeat(100));
        assertEquals(Storage.HEAP, storage(Optional.empty(), 1 << 20));
        assertEquals(Storage.FILE, storage(Optional.empty(), 1 << 10));
        assertEquals(Storage.HEAP, storage(Optional.of(false), 1 << 10));
        assertEquals(Storage.FILE, storage(Optional.of(true), 1 << 20));
    }

    private Storage storage(Optional<Boolean> streaming, long memory) {
        DataSection section = new DataSection(
                new CsvData("points.csv", "y", true),
                new Split(0.5, 0.5, 0, 1, false),
                List.of(Normalization.NONE),
                List.of(),
                streaming);
        return Storage.of(section, folder, memory);
    }
}
