package org.backprop.engine.data.idx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.DataLoader;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Splits;
import org.backprop.engine.data.StreamedSets;
import org.backprop.model.DataSection;
import org.backprop.model.IdxData;
import org.backprop.model.Shape;
import org.backprop.model.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxLoaderTest {

    private static final Split ALL = new Split(1, 0, 0, 1, false);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"-idx,''", ".idx,''", "-idx,.gz", ".idx,.gz"})
    void aFolderWithTestFilesGivesThemAsTheTestSetAndDividesTheTrainingFiles(String infix, String suffix)
            throws Exception {
        write("train-images" + infix + "3-ubyte" + suffix, IdxBytes.counting(256, 20, 3, 2));
        write("train-labels" + infix + "1-ubyte" + suffix, IdxBytes.counting(4, 20));
        write("t10k-images" + infix + "3-ubyte" + suffix, IdxBytes.counting(256, 7, 3, 2));
        write("t10k-labels" + infix + "1-ubyte" + suffix, IdxBytes.counting(5, 7));
        Splits splits = load(folder, new Split(0.8, 0.1, 0.1, 1, false), true);
        assertEquals(
                List.of(18, 2, 7),
                List.of(
                        splits.train().count(),
                        splits.validation().count(),
                        splits.test().count()));
        assertEquals(Shape.of(1, 3, 2), splits.train().shape());
        assertEquals(List.of("0", "1", "2", "3", "4"), splits.train().classes());
        assertEquals(splits.train().classes(), splits.test().classes());
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 0, 1}, splits.test().labels());
        assertEquals(41 / 255f, splits.test().features()[41]);
    }

    @Test
    void streamedSamplesAreTheSame() throws Exception {
        pair(10);
        StreamedSets.assertSame(new IdxData(folder.toString()), folder, true);
        StreamedSets.assertSame(new IdxData(folder.toString()), folder, false);
    }

    @Test
    void aFolderWithoutTestFilesIsDividedIntoThreeSets() throws Exception {
        pair(10);
        Splits splits = load(folder, new Split(5, 3, 2, 1, false), true);
        assertEquals(
                List.of(5, 3, 2),
                List.of(
                        splits.train().count(),
                        splits.validation().count(),
                        splits.test().count()));
    }

    @Test
    void anImagesFileIsLoadedWithTheLabelsBesideIt() throws Exception {
        pair(10);
        write("t10k-images-idx3-ubyte", new byte[1]);
        assertEquals(
                10,
                load(folder.resolve("train-images-idx3-ubyte"), ALL, true)
                        .train()
                        .count());
    }

    @Test
    void aSampleKeepsItsLabel() throws Exception {
        byte[] values = {0, 10, 20, 30, 40, 50};
        write("train-images-idx3-ubyte", IdxBytes.file(0x09, new int[] {6, 1, 1}, values));
        write("train-labels-idx1-ubyte", IdxBytes.counting(6, 6));
        Dataset train = load(folder, ALL, true).train();
        for (int i = 0; i < 6; i++) {
            assertEquals(10f * train.labels()[i], train.features()[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'6', '[1]'",
        "'6,5', '[5]'",
        "'6,3,2', '[1, 3, 2]'",
        "'6,3,2,4', '[3, 2, 4]'",
        "'6,1,2,1,2', '[1, 2, 1, 2]'"
    })
    void theShapeFollowsTheNumberOfDimensions(String dims, String shape) throws Exception {
        int[] sizes = Stream.of(dims.split(",")).mapToInt(Integer::parseInt).toArray();
        write("train-images-idx3-ubyte", IdxBytes.counting(256, sizes));
        write("train-labels-idx1-ubyte", IdxBytes.counting(3, 6));
        assertEquals(shape, load(folder, ALL, true).train().shape().toString());
    }

    @Test
    void labelsAreTheTargetsInARegression() throws Exception {
        write("train-images-idx3-ubyte", IdxBytes.counting(256, 1, 2, 2));
        byte[] target = ByteBuffer.allocate(4).putFloat(-1.5f).array();
        write("train-labels-idx1-ubyte", IdxBytes.file(0x0D, new int[] {1}, target));
        Dataset train = load(folder, ALL, false).train();
        assertArrayEquals(new float[] {-1.5f}, train.targets());
        assertNull(train.labels());
    }

    @Test
    void aDifferentNumberOfLabelsIsAnErrorWithTheByte() throws Exception {
        pair(10);
        write("train-labels-idx1-ubyte", IdxBytes.counting(4, 9));
        assertEquals(
                "%s: byte 4: 9 labels for the 10 samples of %s; the files do not belong together"
                        .formatted(labels(), folder.resolve("train-images-idx3-ubyte")),
                error());
    }

    @Test
    void labelsOfSeveralDimensionsAreAnErrorWithTheByte() throws Exception {
        pair(10);
        write("train-labels-idx1-ubyte", IdxBytes.counting(4, 10, 2));
        assertEquals(labels() + ": byte 3: labels have 1 dimension, not 2; check which file is which", error());
    }

    @Test
    void aLabelThatIsNoClassIsAnErrorWithTheByte() throws Exception {
        pair(3);
        write("train-labels-idx1-ubyte", IdxBytes.file(0x09, new int[] {3}, new byte[] {0, 1, -1}));
        assertEquals(
                labels() + ": byte 10: label -1.0 is not a class; classes are the whole numbers 0 to 65535", error());
    }

    @Test
    void testSamplesOfAnotherShapeAreAnError() throws Exception {
        pair(10);
        write("t10k-images-idx3-ubyte", IdxBytes.counting(256, 10, 2, 3));
        write("t10k-labels-idx1-ubyte", IdxBytes.counting(4, 10));
        assertEquals(
                "%s: byte 8: samples have shape [1, 2, 3], those of %s have [1, 3, 2]; the files do not belong together"
                        .formatted(folder.resolve("t10k-images-idx3-ubyte"), folder.resolve("train-images-idx3-ubyte")),
                error());
    }

    private Path labels() {
        return folder.resolve("train-labels-idx1-ubyte");
    }

    private void pair(int count) throws IOException {
        write("train-images-idx3-ubyte", IdxBytes.counting(256, count, 3, 2));
        write("train-labels-idx1-ubyte", IdxBytes.counting(4, count));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), name.endsWith(".gz") ? IdxBytes.gzip(bytes) : bytes);
    }

    private String error() {
        return assertThrows(DataException.class, () -> load(folder, ALL, true)).getMessage();
    }

    private static Splits load(Path path, Split split, boolean classification) throws DataException {
        DataSection section = new DataSection(new IdxData(path.toString()), split);
        return DataLoader.load(section, path, classification, Progress.NONE);
    }
}
