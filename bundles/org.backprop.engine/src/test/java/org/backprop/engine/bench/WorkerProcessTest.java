package org.backprop.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProcessTest {
    @TempDir
    Path folder;

    /** A worker that does as its argument says. */
    static final class FakeWorker {
        private FakeWorker() {}

        public static void main(String[] args) throws IOException {
            System.out.println(
                    args[0].equals("missing") ? "{\"unavailable\": \"no such library\"}" : "{\"ready\": \"fake 1\"}");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = in.readLine();
            if (args[0].equals("crash")) {
                System.err.println("out of luck");
            } else if (args[0].equals("babble")) {
                System.out.println("hello");
            } else if (line.equals("run 3 40")) {
                System.out.println("{\"steps\": 40, \"seconds\": 0.5, \"loss\": 2, \"epoch_seconds\": 0.25}");
            }
        }
    }

    private WorkerProcess start(String behaviour) throws IOException, UnavailableException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FakeWorker.class.getName(),
                behaviour);
        return WorkerProcess.start(command, Map.of(), folder, "a JDK is needed");
    }

    @Test
    void aWorkerAnswersWithWhatItMeasured() throws Exception {
        try (WorkerProcess worker = start("obey")) {
            assertEquals("fake 1", worker.description());
            Measurement measurement = worker.run(3, 40);
            assertEquals(new Measurement(40, 0.5, 2, 0, 0.25), measurement);
            assertEquals(80, measurement.rate());
            assertEquals(160, measurement.rateWithinEpochs());
        }
    }

    @Test
    void aWorkerThatCannotRunSaysWhatIsMissing() {
        UnavailableException e = assertThrows(UnavailableException.class, () -> start("missing"));
        assertEquals("no such library", e.getMessage());
    }

    @Test
    void aProgramThatIsNotThereIsUnavailable() {
        UnavailableException e = assertThrows(
                UnavailableException.class,
                () -> WorkerProcess.start(List.of("no-such-program"), Map.of(), folder, "install it"));
        assertEquals("no-such-program cannot be started; install it", e.getMessage());
    }

    @Test
    void aWorkerThatEndsIsQuoted() throws Exception {
        try (WorkerProcess worker = start("crash")) {
            IOException e = assertThrows(IOException.class, () -> worker.run(0, 1));
            assertTrue(e.getMessage().contains("out of luck"), e.getMessage());
        }
    }

    @Test
    void aWorkerThatPrintsSomethingElseIsQuoted() throws Exception {
        try (WorkerProcess worker = start("babble")) {
            IOException e = assertThrows(IOException.class, () -> worker.run(0, 1));
            assertTrue(e.getMessage().contains("hello"), e.getMessage());
        }
    }
}
