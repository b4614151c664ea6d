package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    private static final float[] OFFSET = {0.1f, -Float.MAX_VALUE};
    private static final float[] SCALE = {1 / 3f, Float.MIN_NORMAL};
    private static final float[] EXAMPLE = {16777216, Float.MIN_VALUE};

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("signature.json");
        new Signature(List.of(2), List.of("größe", "b"), List.of("no", "yes"), OFFSET, SCALE, EXAMPLE, 0.25, 0.5)
                .write(file);
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() throws IOException {
        Signature read = Signature.read(file);
        assertEquals(List.of(2), read.shape());
        assertEquals(List.of("größe", "b"), read.columns());
        assertEquals(List.of("no", "yes"), read.classes());
        assertArrayEquals(OFFSET, read.offset());
        assertArrayEquals(SCALE, read.scale());
        assertArrayEquals(EXAMPLE, read.example());
        assertEquals(0.25, read.background());
        assertEquals(0.5, read.extent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"format\":1; \"format\":2; \"format\" must be from 1 to 1",
                "\"shape\":[2]; \"shape\":[0]; \"shape\" must be that of a sample",
                "\"shape\":[2]; \"shape\":[65536,65536]; \"shape\" must be that of a sample",
                "\"shape\":[2]; \"shape\":[3]; \"example\" must have the 3 values of the shape",
                "\"shape\":[2]; \"shape\":[1,2]; \"offset\" and \"scale\" must have 1 values each",
                "\"scale\":[0.33333334,; \"scale\":[0,; \"scale\" must not be 0",
                "\"scale\":[0.33333334,; \"scale\":[1e99,; \"scale\" must be an array of numbers in range",
                "\"classes\"; \"classe\"; \"classes\" is missing",
            })
    void whatDoesNotFitIsExplained(String good, String bad, String fault) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(good), text);
        Files.writeString(file, text.replace(good, bad));
        String message =
                assertThrows(IOException.class, () -> Signature.read(file)).getMessage();
        assertTrue(message.startsWith(file + ": ") && message.contains(fault), message);
    }
}
