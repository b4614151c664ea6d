package org.backprop.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class HushedProcessTest {
    private static final String WARNING =
            "WARNING: Using incubator modules: jdk.incubator.vector" + System.lineSeparator();

    @Test
    void theWarningAtTheStartIsLeftOut() throws IOException {
        assertEquals("epoch 1\n", hushed(WARNING + "epoch 1\n"));
    }

    @Test
    void otherErrorsPassUnchanged() throws IOException {
        assertEquals("WARNING: something else\n", hushed("WARNING: something else\n"));
        assertEquals("WARNING", hushed("WARNING"));
        assertEquals("", hushed(""));
    }

    @Test
    void theSameLineLaterPasses() throws IOException {
        assertEquals("first\n" + WARNING, hushed("first\n" + WARNING));
    }

    private static String hushed(String errors) throws IOException {
        try (InputStream stream = new HushedProcess(new Silent(errors)).getErrorStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** A process that has ended after writing errors. */
    private static final class Silent extends Process {
        private final InputStream errors;

        Silent(String errors) {
            this.errors = new ByteArrayInputStream(errors.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return errors;
        }

        @Override
        public int waitFor() {
            return 0;
        }

        @Override
        public int exitValue() {
            return 0;
        }

        @Override
        public void destroy() {
            // has ended
        }
    }
}
