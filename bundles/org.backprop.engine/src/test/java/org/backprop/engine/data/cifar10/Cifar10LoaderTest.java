package org.backprop.engine.data.cifar10;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.DataLoader;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Splits;
import org.backprop.engine.data.StreamedSets;
import org.backprop.model.Cifar10Data;
import org.backprop.model.DataSection;
import org.backprop.model.Shape;
import org.backprop.model.Split;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10LoaderTest {

    private static final int RECORD = 3073;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeBatches() throws IOException {
        for (int i = 1; i <= 5; i++) {
            Files.write(folder.resolve("data_batch_" + i + ".bin"), records(4, i));
        }
        Files.write(folder.resolve("test_batch.bin"), records(3, 9));
    }

    /** Records of labels 0, 1, 2 ...; the values of each are {@code first}, then those of a counter. */
    private static byte[] records(int count, int first) {
        byte[] bytes = new byte[count * RECORD];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % RECORD == 0 ? i / RECORD : i % RECORD == 1 ? first : i);
        }
        return bytes;
    }

    @Test
    void theTrainingBatchesAreDividedAndTheTestBatchIsTheTestSet() throws DataException {
        Splits splits = load(true);
        assertEquals(
                List.of(16, 4, 3),
                List.of(
                        splits.train().count(),
                        splits.validation().count(),
                        splits.test().count()));
        assertEquals(Shape.of(3, 32, 32), splits.train().shape());
        assertEquals("airplane", splits.test().classes().getFirst());
        assertArrayEquals(new int[] {0, 1, 2}, splits.test().labels());
        assertEquals(9 / 255f, splits.test().features()[0]);
        assertEquals(2 / 255f, splits.test().features()[1]);
    }

    @Test
    void theLabelIsTheTargetInARegression() throws DataException {
        assertArrayEquals(new float[] {0, 1, 2}, load(false).test().targets());
    }

    @Test
    void theFolderOfTheArchiveIsFoundInsideOfThePath() throws Exception {
        Path inside = Files.createDirectory(folder.resolve("cifar-10-batches-bin"));
        for (String name :
                List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch")) {
            Files.move(folder.resolve(name + ".bin"), inside.resolve(name + ".bin"));
        }
        assertEquals(16, load(true).train().count());
    }

    @Test
    void streamedImagesAreTheSame() throws DataException {
        StreamedSets.assertSame(new Cifar10Data("."), folder, true);
        StreamedSets.assertSame(new Cifar10Data("."), folder, false);
    }

    @Test
    void aMissingBatchIsNamed() throws IOException {
        Files.delete(folder.resolve("data_batch_3.bin"));
        assertEquals(
                folder.resolve("data_batch_3.bin") + ": there is no such file; correct data.cifar10.path", error());
    }

    @Test
    void aLabelBeyondNineIsNamedWithRecordAndByte() throws IOException {
        byte[] bytes = records(4, 1);
        bytes[2 * RECORD] = 10;
        Files.write(folder.resolve("data_batch_2.bin"), bytes);
        assertEquals(
                folder.resolve("data_batch_2.bin")
                        + ": byte 6,146: record 3 has the label 10, labels are 0 to 9; get the file again",
                error());
    }

    @Test
    void aTruncatedBatchIsNamedWithTheByteWhereItEnds() throws IOException {
        Files.write(folder.resolve("test_batch.bin"), new byte[2 * RECORD - 1]);
        assertEquals(
                folder.resolve("test_batch.bin")
                        + ": byte 6145: the file ends within record 2; records have 3073 bytes, get the file again",
                error());
    }

    private String error() {
        return assertThrows(DataException.class, () -> load(true)).getMessage();
    }

    private Splits load(boolean classification) throws DataException {
        DataSection section = new DataSection(new Cifar10Data("."), new Split(0.6, 0.2, 0.2, 1, false));
        return DataLoader.load(section, folder, classification, Progress.NONE);
    }
}
