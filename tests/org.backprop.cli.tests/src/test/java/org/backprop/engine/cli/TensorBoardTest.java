package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.backprop.engine.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** What TensorBoard's own plugins show of a run. Needs Python with tensorboard. */
class TensorBoardTest {
    private static final String SCRIPT = "tensorboard_plugins.py";
    private static final long TIMEOUT_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void aRunHasScalarsHistogramsHyperparametersAndItsGraph() throws Exception {
        assumeTrue(exitCode("-c", "import tensorboard") == 0, "skipped: python3 lacks tensorboard");
        Path runs = folder.resolve("runs");
        String run = Training.of(TrainingFixture.write(folder))
                .set("monitor.histograms_every", 10)
                .runs(runs)
                .run()
                .getFileName()
                .toString();
        JsonObject shown = shown(runs);
        assertHas("loss/train", shown, "scalars", run);
        assertHas("accuracy/validation", shown, "scalars", run);
        assertHas("weights/hidden", shown, "histograms", run);
        assertHas("gradients/hidden", shown, "distributions", run);
        JsonObject session = shown.getAsJsonObject("sessions").getAsJsonObject(run);
        assertEquals("STATUS_SUCCESS", session.get("status").getAsString());
        JsonObject hyperparameters = session.getAsJsonObject("hparams");
        assertEquals(
                0.001,
                hyperparameters.get("training.optimizer.adam.learning_rate").getAsDouble());
        assertEquals("nll", hyperparameters.get("training.loss").getAsString());
        assertTrue(hyperparameters.get("training.shuffle").getAsBoolean());
        assertTrue(session.getAsJsonObject("metrics").has("accuracy/validation"), session::toString);
        String graph = shown.getAsJsonObject("graphs").get(run).getAsString();
        String hidden = graph.substring(graph.indexOf("name: \"hidden\""), graph.indexOf("name: \"scores\""));
        assertTrue(hidden.contains("op: \"dense\""), hidden);
        assertTrue(hidden.contains("input: \"flatten_1\""), hidden);
        assertTrue(hidden.contains("s: \"relu\""), hidden);
        assertTrue(hidden.contains("size: 16"), hidden);
    }

    private static void assertHas(String tag, JsonObject shown, String plugin, String run) {
        JsonArray tags = shown.getAsJsonObject(plugin).getAsJsonArray(run);
        assertTrue(tags.contains(new JsonPrimitive(tag)), () -> plugin + " " + tags);
    }

    private JsonObject shown(Path runs) throws Exception {
        Path script = folder.resolve(SCRIPT);
        try (InputStream source = getClass().getResourceAsStream(SCRIPT)) {
            Files.copy(source, script);
        }
        int exitCode = exitCode("-W", "ignore", script.toString(), runs.toString());
        assertEquals(0, exitCode, Files.readString(folder.resolve("errors.txt")));
        return JsonParser.parseString(Files.readString(folder.resolve("output.txt")))
                .getAsJsonObject();
    }

    private int exitCode(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("python3")
                .redirectOutput(folder.resolve("output.txt").toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.command().addAll(List.of(arguments));
        try {
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("python3 does not end: " + builder.command());
            }
            return process.exitValue();
        } catch (IOException missing) {
            return -1;
        }
    }
}
