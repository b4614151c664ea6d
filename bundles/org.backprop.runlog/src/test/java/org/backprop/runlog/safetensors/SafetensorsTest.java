package org.backprop.runlog.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.backprop.runlog.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir
    private Path folder;

    private Path file;
    private final LinkedHashMap<String, Tensor> tensors = new LinkedHashMap<>();

    @BeforeEach
    void prepare() {
        file = folder.resolve("model.safetensors");
        tensors.put("state", Tensor.bytes(new byte[] {1, 2, 3}, 3));
        tensors.put("hidden.weight", Tensor.floats(new float[] {1, -2, 3, Float.NaN}, 2, 2));
        tensors.put("step", Tensor.longs(new long[] {Long.MIN_VALUE}));
        tensors.put("empty", Tensor.floats(new float[0], 0, 7));
    }

    @Test
    void whatWasWrittenIsReadInTheSameOrder() throws IOException {
        Safetensors.write(file, tensors, Map.of("epoch", "3", "na\u00efve \"key\"", "\u2028"));
        TensorFile read = Safetensors.read(file);
        assertEquals(tensors, read.tensors());
        assertEquals(List.copyOf(tensors.keySet()), List.copyOf(read.tensors().keySet()));
        assertEquals(Map.of("epoch", "3", "na\u00efve \"key\"", "\u2028"), read.metadata());
    }

    @Test
    void theHeaderIsPaddedAndEveryTensorAligned() throws IOException {
        Safetensors.write(file, tensors, Map.of());
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) bytes.getLong(0);
        assertEquals(0, header % 8);
        assertEquals('{', bytes.get(8));
        assertEquals(8 + header + 8 + 16 + 3, bytes.limit());
        assertEquals(Long.MIN_VALUE, bytes.getLong(8 + header));
        assertEquals(1f, bytes.getFloat(8 + header + 8));
    }

    @Test
    void anOldFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Files.writeString(file, "old");
        Safetensors.write(file, tensors, Map.of());
        assertEquals(4, Safetensors.read(file).tensors().size());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNoTemporaryOne() throws IOException {
        Path target = Files.createDirectories(folder.resolve("taken").resolve("inner"))
                .getParent();
        assertThrows(IOException.class, () -> Safetensors.write(target, tensors, Map.of()));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(target), left.toList());
        }
    }

    @Test
    void theReservedNameIsRefused() {
        tensors.put("__metadata__", Tensor.longs(new long[1], 1));
        assertThrows(IllegalArgumentException.class, () -> Safetensors.write(file, tensors, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    not json                                                                  | 8 | not valid JSON
                    []                                                                        | 8 | not a JSON object
                    {"a":{"dtype":"F4","shape":[2],"data_offsets":[0,8]}}                     | 8 | unsupported dtype F4
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}}                  | 8 | 3 data_offsets
                    {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                    | 8 | do not hold the 12 bytes
                    {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                   | 8 | negative dimension
                    {"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}| 8 | too large
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}                   | 8 | do not hold
                    {"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}                  | 8 | whole number
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}                    | 9 | the file has 9
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}                    | 7 | the file has 7
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}                   | 12| leaves a gap
                    {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[8],"data_offsets":[4,12]}} | 12 | overlaps
                    {"__metadata__":{"n":1}}                                                  | 0 | must be a string
                    """)
    void aBrokenFileIsExplained(String header, int dataBytes, String fault) throws IOException {
        writeRaw(header.getBytes(UTF_8), header.length(), dataBytes);
        IOException error = assertThrows(IOException.class, () -> Safetensors.read(file));
        assertTrue(error.getMessage().startsWith(file + ": byte "), error.getMessage());
        assertTrue(error.getMessage().contains(fault), error.getMessage());
    }

    @Test
    void anAnnouncedHeaderLengthIsNotBelieved() throws IOException {
        for (long length : new long[] {-1, Long.MAX_VALUE, Long.MIN_VALUE, 3, 1L << 40}) {
            writeRaw(new byte[] {'{', '}'}, length, 0);
            assertThrows(IOException.class, () -> Safetensors.read(file));
        }
        Files.write(file, new byte[7]);
        assertThrows(IOException.class, () -> Safetensors.read(file));
    }

    @Test
    void aHeaderThatIsNotUtf8IsAnError() throws IOException {
        writeRaw(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}', ' '}, 8, 0);
        assertThrows(IOException.class, () -> Safetensors.read(file));
    }

    @Test
    void damagedFilesGiveTensorsOrADeclaredException() throws IOException {
        Safetensors.write(file, tensors, Map.of("epoch", "3"));
        byte[] intact = Files.readAllBytes(file);
        Random random = new Random(9);
        for (int trial = 0; trial < 500; trial++) {
            byte[] bytes = intact.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Files.write(file, bytes);
            try {
                Safetensors.read(file);
            } catch (IOException declared) {
                assertTrue(declared.getMessage().startsWith(file.toString()), declared.getMessage());
            }
        }
    }

    @Test
    void bytesAreExactlyThoseOfTheFormat() throws IOException {
        tensors.clear();
        tensors.put("a", Tensor.floats(new float[] {1}, 1));
        Safetensors.write(file, tensors, Map.of());
        String json = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        ByteBuffer expected = ByteBuffer.allocate(8 + 56 + 4).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(56).put(String.format("%-56s", json).getBytes(UTF_8)).putFloat(1);
        assertArrayEquals(expected.array(), Files.readAllBytes(file));
    }

    private void writeRaw(byte[] header, long length, int dataBytes) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(file, bytes.putLong(length).put(header).array());
    }
}
