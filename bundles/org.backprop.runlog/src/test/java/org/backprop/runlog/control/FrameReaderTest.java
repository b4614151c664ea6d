package org.backprop.runlog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class FrameReaderTest {
    @Test
    void linesAreReadUntilTheStreamEnds() throws IOException {
        FrameReader reader = reader("a\n\n\u00fc\n".getBytes(UTF_8));
        assertEquals(Optional.of("a"), reader.read());
        assertEquals(Optional.of(""), reader.read());
        assertEquals(Optional.of("\u00fc"), reader.read());
        assertEquals(Optional.empty(), reader.read());
    }

    @Test
    void theLongestLineIsReadAndALongerOneRefused() throws IOException {
        String longest = "x".repeat(FrameReader.MAX_BYTES);
        assertEquals(
                Optional.of(longest), reader((longest + "\n").getBytes(UTF_8)).read());
        assertThrows(MalformedFrameException.class, reader((longest + "x\n").getBytes(UTF_8))::read);
    }

    @Test
    void aCutOffOrUndecodableLineIsRefused() {
        assertThrows(MalformedFrameException.class, reader("{\"id\":".getBytes(UTF_8))::read);
        assertThrows(MalformedFrameException.class, reader(new byte[] {(byte) 0xff, '\n'})::read);
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes));
    }
}
