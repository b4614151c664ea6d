package org.backprop.engine.data.npz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Storage;
import org.backprop.engine.data.StreamedSets;
import org.backprop.model.NpzData;
import org.backprop.model.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpzLoaderTest {

    private static final byte[] LABELS =
            NpzBytes.array("<i8", false, "(3,)", bytes("i8", ByteOrder.LITTLE_ENDIAN, 2, 0, 1));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("data.npz");
    }

    private static ByteBuffer bytes(String type, ByteOrder order, double... values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * (type.charAt(1) - '0')).order(order);
        for (double value : values) {
            switch (type) {
                case "f4" -> bytes.putFloat((float) value);
                case "f8" -> bytes.putDouble(value);
                case "i4" -> bytes.putInt((int) value);
                case "i8" -> bytes.putLong((long) value);
                default -> bytes.put((byte) value);
            }
        }
        return bytes;
    }

    private static byte[] features(String descr, double... values) {
        ByteOrder order = descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return NpzBytes.array(descr, false, "(3, 2)", bytes(descr.substring(1), order, values));
    }

    @ParameterizedTest
    @CsvSource({"<f4", "<f8", ">f8", "<i4", ">i4", "<i8", "|u1"})
    void everyTypeGivesTheSameFloats(String descr) throws Exception {
        NpzBytes.write(file, Map.of("x", features(descr, 0, 1, 200, 3, 4, 255), "y", LABELS));
        Dataset data = load("x", "y", true);
        assertEquals(Shape.of(2), data.shape());
        assertArrayEquals(new float[] {0, 1, 200, 3, 4, 255}, data.features());
        assertArrayEquals(new int[] {2, 0, 1}, data.labels());
        assertEquals(List.of("0", "1", "2"), data.classes());
    }

    @Test
    void theTargetIsANumberInARegression() throws Exception {
        byte[] target = NpzBytes.array("<f4", false, "(3, 1)", bytes("f4", ByteOrder.LITTLE_ENDIAN, 0.5, -1, 2));
        NpzBytes.write(file, Map.of("x", features("<f4", 0, 1, 2, 3, 4, 5), "y", target));
        assertArrayEquals(new float[] {0.5f, -1, 2}, load("x", "y", false).targets());
    }

    @Test
    void aLabelThatIsNoClassIsNamedWithItsByteAndRow() throws Exception {
        byte[] labels = NpzBytes.array("<i4", false, "(3,)", bytes("i4", ByteOrder.LITTLE_ENDIAN, 0, -1, 1));
        NpzBytes.write(file, Map.of("x", features("<f4", 0, 1, 2, 3, 4, 5), "y", labels));
        assertEquals(
                file + ": y.npy: byte 132 (row 2): label -1.0 is not a class; classes are the whole numbers 0 to 65535",
                error("x", "y"));
    }

    @ParameterizedTest
    @CsvSource({"<f4, NaN", "<f8, Infinity", "<f8, 1e300"})
    void aValueThatIsNotFiniteIsNamedWithItsByteAndRow(String descr, double value) throws Exception {
        NpzBytes.write(file, Map.of("x", features(descr, 0, 1, 2, value, 4, 5), "y", LABELS));
        int offset = 128 + 3 * (descr.charAt(2) - '0');
        String start = file + ": x.npy: byte " + offset + " (row 2): ";
        assertTrue(error("x", "y").startsWith(start), error("x", "y"));
        assertTrue(error("x", "y").endsWith(" is not a finite 32-bit float; correct the array"));
    }

    @Test
    void anArrayShorterThanItsHeaderSaysIsNamedWithTheByteWhereItEnds() throws Exception {
        byte[] whole = features("<f4", 0, 1, 2, 3, 4, 5);
        NpzBytes.write(file, Map.of("x", Arrays.copyOf(whole, whole.length - 2), "y", LABELS));
        assertEquals(
                file + ": x.npy: byte 150: the array has 150 bytes, by its header it has 152; save it again",
                error("x", "y"));
    }

    @Test
    void fortranOrderIsNamedWithItsByte() throws Exception {
        byte[] array = NpzBytes.array("<f4", true, "(3, 2)", bytes("f4", ByteOrder.LITTLE_ENDIAN, 0, 1, 2, 3, 4, 5));
        NpzBytes.write(file, Map.of("x", array, "y", LABELS));
        assertEquals(
                file + ": x.npy: byte 44: the array is in Fortran order; save numpy.ascontiguousarray(array)",
                error("x", "y"));
    }

    @Test
    void aTypeThatIsNotReadIsNamedWithItsByte() throws Exception {
        byte[] array = NpzBytes.array("<f2", false, "(3, 2)", ByteBuffer.allocate(12));
        NpzBytes.write(file, Map.of("x", array, "y", LABELS));
        assertEquals(
                file + ": x.npy: byte 21: the type <f2 is not read; convert it, as with array.astype('float32')",
                error("x", "y"));
    }

    @Test
    void streamedSamplesAreTheSame() throws Exception {
        byte[] features =
                NpzBytes.array("<f4", false, "(4, 2)", bytes("f4", ByteOrder.LITTLE_ENDIAN, 0, 1, 2, 3, 4, 5, 6, 7.5));
        byte[] labels = NpzBytes.array("<i4", false, "(4,)", bytes("i4", ByteOrder.LITTLE_ENDIAN, 0, 1, 0, 1));
        NpzBytes.write(file, Map.of("x", features, "y", labels));
        StreamedSets.assertSame(new NpzData("data.npz", "x", "y"), folder, true);
    }

    @Test
    void anArrayThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
        NpzBytes.write(file, Map.of("x", features("<f4", 0, 1, 2, 3, 4, 5), "y", LABELS));
        assertEquals(
                file + " has no array \"images\": it has x, y",
                error("images", "y").replace("y, x", "x, y"));
    }

    @Test
    void anotherNumberOfTargetsThanSamplesIsAnError() throws Exception {
        byte[] labels = NpzBytes.array("<i4", false, "(2,)", bytes("i4", ByteOrder.LITTLE_ENDIAN, 0, 1));
        NpzBytes.write(file, Map.of("x", features("<f4", 0, 1, 2, 3, 4, 5), "y", labels));
        assertEquals(file + ": y.npy: 2 targets for the 3 samples of x", error("x", "y"));
    }

    @Test
    void aFileThatIsNoArchiveOrNotThereIsNamed() throws Exception {
        assertEquals(file + ": there is no such file; correct data.npz.path", error("x", "y"));
        Files.writeString(file, "text");
        assertTrue(error("x", "y").startsWith(file + ": not a complete .npz file ("), error("x", "y"));
    }

    private String error(String features, String target) throws IOException {
        return assertThrows(DataException.class, () -> load(features, target, true))
                .getMessage();
    }

    private Dataset load(String features, String target, boolean classification) throws DataException {
        NpzData spec = new NpzData("data.npz", features, target);
        return NpzLoader.load(file, spec, classification, Storage.HEAP, Progress.NONE)
                .select(new int[] {0, 1, 2});
    }
}
