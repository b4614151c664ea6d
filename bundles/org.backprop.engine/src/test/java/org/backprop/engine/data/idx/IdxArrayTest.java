package org.backprop.engine.data.idx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.FloatList;
import org.backprop.engine.data.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxArrayTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("values");
    }

    @Test
    void everyTypeIsReadAsBigEndianNumbers() throws Exception {
        float[] expected = {1, -2};
        assertArrayEquals(
                new float[] {1, 254},
                read(IdxBytes.file(0x08, new int[] {2}, new byte[] {1, -2})).values());
        assertArrayEquals(
                expected,
                read(IdxBytes.file(0x09, new int[] {2}, new byte[] {1, -2})).values());
        byte[] shorts =
                ByteBuffer.allocate(4).putShort((short) 1).putShort((short) -2).array();
        assertArrayEquals(
                expected, read(IdxBytes.file(0x0B, new int[] {2}, shorts)).values());
        byte[] ints = ByteBuffer.allocate(8).putInt(1).putInt(-2).array();
        assertArrayEquals(
                expected, read(IdxBytes.file(0x0C, new int[] {2}, ints)).values());
        byte[] floats = ByteBuffer.allocate(8).putFloat(1).putFloat(-2).array();
        assertArrayEquals(
                expected, read(IdxBytes.file(0x0D, new int[] {2}, floats)).values());
        byte[] doubles = ByteBuffer.allocate(16).putDouble(1).putDouble(-2).array();
        assertArrayEquals(
                expected, read(IdxBytes.file(0x0E, new int[] {2}, doubles)).values());
    }

    @Test
    void aPackedFileReadsAsThePlainOneWhateverItsName() throws Exception {
        byte[] plain = IdxBytes.counting(256, 40, 70, 30);
        IdxArray expected = read(plain);
        IdxArray packed = read(IdxBytes.gzip(plain));
        assertArrayEquals(new int[] {40, 70, 30}, packed.header().dims());
        assertArrayEquals(expected.values(), packed.values());
        assertEquals(84_000, packed.values().length);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileThatEndsInItsHeaderIsAnErrorWithTheByte(boolean packed) throws Exception {
        for (int length : new int[] {0, 1, 3, 4, 7, 9}) {
            String message = error(Arrays.copyOf(IdxBytes.counting(256, 2, 3), length), packed);
            assertEquals(
                    "%s: byte %d%s: the file ends within the header; it is truncated, get it again"
                            .formatted(file, length, packed ? " unpacked" : ""),
                    message);
        }
    }

    @Test
    void aFileThatEndsInItsValuesIsAnErrorWithTheByte() throws Exception {
        byte[] truncated = Arrays.copyOf(IdxBytes.counting(256, 2, 3), 16);
        assertEquals(
                file + ": byte 16: the file is truncated: by its header it has 18 bytes; get it again",
                error(truncated, false));
        assertEquals(
                file + ": byte 16 unpacked: the file ends within the values; it is truncated, get it again",
                error(truncated, true));
    }

    @Test
    void aFileThatGoesOnAfterItsValuesIsAnErrorWithTheByte() throws Exception {
        byte[] longer = Arrays.copyOf(IdxBytes.counting(256, 2, 3), 20);
        assertEquals(
                file + ": byte 18: by its header the file ends here, but 2 bytes follow; get it again",
                error(longer, false));
        assertEquals(
                file
                        + ": byte 18 unpacked: the file goes on after the last value; its header or its end is damaged, get it again",
                error(longer, true));
    }

    @Test
    void aHeaderThatIsNotOfAnIdxFileIsAnErrorWithTheByte() throws Exception {
        assertEquals(
                file + ": byte 0: this is not an IDX file, which begins with two zero bytes; correct data.idx.path",
                error(new byte[] {'P', 'K', 3, 4, 0, 0}, false));
        assertEquals(
                file + ": byte 2: type 0x0a is not one of IDX (0x08, 0x09, 0x0b to 0x0e); the file is damaged",
                error(new byte[] {0, 0, 10, 1, 0, 0, 0, 1, 0}, false));
        assertEquals(
                file + ": byte 3: the number of dimensions is 0; the file is damaged",
                error(new byte[] {0, 0, 8, 0, 0}, false));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void absurdDimensionsAreAnErrorWithTheByteAndTakeNoMemory(boolean packed) throws Exception {
        String unpacked = packed ? " unpacked" : "";
        assertEquals(
                "%s: byte 8%s: dimension 1 is -1; it must be 1 to 2,147,483,647".formatted(file, unpacked),
                error(IdxBytes.file(8, new int[] {1, -1}, new byte[0]), packed));
        assertEquals(
                "%s: byte 4%s: dimension 0 is 0; it must be 1 to 2,147,483,647".formatted(file, unpacked),
                error(IdxBytes.file(8, new int[] {0, 3}, new byte[0]), packed));
        assertEquals(
                "%s: byte 12%s: the dimensions make up more than 2,147,483,647 values; the file is damaged or too large to hold in memory"
                        .formatted(file, unpacked),
                error(IdxBytes.file(8, new int[] {65_536, 32_767, 65_536}, new byte[0]), packed));
        assertTrue(error(IdxBytes.file(14, new int[] {Integer.MAX_VALUE}, new byte[9]), packed)
                .contains("truncated"));
    }

    @Test
    void aDamagedPackedFileIsAnErrorWithTheByteReached() throws Exception {
        byte[] packed = IdxBytes.gzip(IdxBytes.counting(256, 100, 1000));
        Files.write(file, Arrays.copyOf(packed, packed.length - 30));
        String message = assertThrows(DataException.class, this::read).getMessage();
        assertTrue(message.contains("the packed data ends early; the file is truncated, get it again"), message);
        packed[packed.length - 6] ^= 1;
        Files.write(file, packed);
        message = assertThrows(DataException.class, this::read).getMessage();
        assertTrue(message.contains(" unpacked: the packed data is damaged here or soon after"), message);
    }

    @Test
    void aValueThatIsNotFiniteIsAnErrorWithTheByte() throws Exception {
        byte[] floats = ByteBuffer.allocate(8).putFloat(1).putFloat(Float.NaN).array();
        assertEquals(
                file + ": byte 12: NaN is not a finite 32-bit float; correct the file",
                error(IdxBytes.file(0x0D, new int[] {2}, floats), false));
        byte[] doubles = ByteBuffer.allocate(8).putDouble(1e300).array();
        assertEquals(
                file + ": byte 8: Infinity is not a finite 32-bit float; correct the file",
                error(IdxBytes.file(0x0E, new int[] {1}, doubles), false));
    }

    @Test
    void aMissingFileIsAnError() {
        assertEquals(
                file + ": there is no such file; correct data.idx.path",
                assertThrows(DataException.class, this::read).getMessage());
    }

    @Test
    void aCanceledReadEndsWithACancellation() throws IOException {
        Files.write(file, IdxBytes.counting(256, 10));
        Progress canceled = new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public boolean canceled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> IdxArray.read(file, false, new FloatList(0), canceled));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDamagedFileGivesAnArrayOrADataException(boolean packed) throws Exception {
        byte[] plain = IdxBytes.counting(256, 5, 4, 3);
        byte[] valid = packed ? IdxBytes.gzip(plain) : plain;
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes =
                    Arrays.copyOf(valid, random.nextInt(4) == 0 ? random.nextInt(valid.length + 9) : valid.length);
            for (int j = random.nextInt(4); j >= 0 && bytes.length > 0; j--) {
                int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(16, bytes.length));
                bytes[at] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try {
                IdxArray array = read();
                assertEquals(array.header().values(), array.values().length);
            } catch (DataException e) {
                assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
            }
        }
    }

    private String error(byte[] bytes, boolean packed) throws IOException {
        Files.write(file, packed ? IdxBytes.gzip(bytes) : bytes);
        return assertThrows(DataException.class, this::read).getMessage();
    }

    private IdxArray read(byte[] bytes) throws Exception {
        Files.write(file, bytes);
        return read();
    }

    private IdxArray read() throws DataException {
        return IdxArray.read(file, false, new FloatList(0), Progress.NONE);
    }
}
