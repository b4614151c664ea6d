package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.engine.cuda.Cuda;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class LaunchCommandTest {
    @TempDir
    Path folder;

    private Path project;
    private Backprop backprop;

    @BeforeEach
    void writeModelAndLaunch() throws IOException {
        project = Files.createDirectories(folder.resolve("digits"));
        TrainingFixture.write(project);
        writeLaunch();
        backprop = new Backprop(folder);
    }

    private void writeLaunch() throws IOException {
        Files.writeString(project.resolve("fast.launch"), """
                <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                <launchConfiguration type="org.backprop.launch.train">
                    <stringAttribute key="org.backprop.launch.MODEL" value="/digits/tiny.nn.yaml"/>
                    <stringAttribute key="org.backprop.launch.EPOCHS" value="2"/>
                    <stringAttribute key="org.backprop.launch.SEED" value="11"/>
                    <stringAttribute key="org.backprop.launch.THREADS" value="1"/>
                    <mapAttribute key="org.backprop.launch.OVERRIDES">
                        <mapEntry key="training.batch_size" value="50"/>
                    </mapAttribute>
                </launchConfiguration>
                """);
    }

    @Test
    void aLaunchFileTrainsWithTheNumbersOfTheSameOptions() throws Exception {
        Backprop.Result launched = backprop.run("train", "digits/fast.launch", "--progress", "none");
        assertEquals(0, launched.exitCode(), launched.err());
        Backprop.Result typed = backprop.run(
                "train", "digits/tiny.nn.yaml", "--epochs", "2", "--seed", "11", "--set", "training.batch_size=50");
        assertEquals(0, typed.exitCode(), typed.err());
        RunSnapshot first = RunReader.read(TrainingFixture.onlyRun(project));
        RunSnapshot second = RunReader.read(TrainingFixture.onlyRun(folder));
        assertEquals(2 * 8, first.scalar("loss/train").size());
        assertArrayEquals(losses(second), losses(first));
        assertEquals(1, first.info().orElseThrow().environment().threads());
    }

    private static float[] losses(RunSnapshot run) {
        float[] losses = new float[run.scalar("loss/train").size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = run.scalar("loss/train").value(i);
        }
        return losses;
    }

    @Test
    void anOptionBesideTheLaunchFileWins() throws Exception {
        Backprop.Result result = backprop.run(
                "train",
                "digits/fast.launch",
                "--epochs",
                "1",
                "--runs",
                "elsewhere",
                "--beside",
                "1",
                "--threads",
                "2");
        assertEquals(0, result.exitCode(), result.err());
        assertFalse(Files.exists(project.resolve("runs")));
        try (var runs = Files.list(folder.resolve("elsewhere"))) {
            RunSnapshot run = RunReader.read(runs.findFirst().orElseThrow());
            assertEquals(8, run.scalar("loss/train").size());
            assertEquals(2, run.info().orElseThrow().environment().threads());
        }
    }

    @Test
    void aLaunchFileThatCannotBeUsedIsRefusedInOneLine() throws Exception {
        Files.writeString(project.resolve("broken.launch"), "<!DOCTYPE a><a/>");
        Backprop.Result result = backprop.run("train", "digits/broken.launch");
        assertEquals(ExitCode.BAD_INPUT, result.exitCode());
        List<String> lines =
                result.err().lines().filter(line -> !line.startsWith("WARNING")).toList();
        assertEquals(1, lines.size(), result.err());
        assertTrue(lines.getFirst().startsWith("backprop: digits/broken.launch: is not a launch configuration"));
    }

    @Test
    void trainingsSideBySideShareTheProcessors() throws Exception {
        Backprop.Result result = backprop.run(
                "train", "digits/tiny.nn.yaml", "--epochs", "1", "--beside", "1000", "--progress", "plain");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(
                1,
                RunReader.read(TrainingFixture.onlyRun(folder))
                        .info()
                        .orElseThrow()
                        .environment()
                        .threads());
    }

    @Test
    void theNeededMemoryIsPartOfTheCheck() throws Exception {
        Backprop.Result result = backprop.run("check", "digits/tiny.nn.yaml", "--json");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("\"largest_batch\": "), result.out());
    }

    @Test
    void dataThatCannotFitIsRefusedBeforeItIsMade() throws Exception {
        Backprop.Result result = backprop.run(
                "train",
                "digits/tiny.nn.yaml",
                "--set",
                "data.digits.samples=1000000",
                "--set",
                "data.split.train=0.8",
                "--set",
                "data.split.validation=0.2",
                "--set",
                "data.split.test=0");
        assertEquals(ExitCode.BAD_INPUT, result.exitCode());
        assertTrue(result.err().contains("the data takes about 3.1 GB, but Java may use 1.1 GB"), result.err());
    }

    @Test
    void aTrainingOnAGpuThatIsNotThereStopsBeforeItBegins() throws Exception {
        assumeFalse(Cuda.isInstalled());
        Backprop.Result result = backprop.run("train", "digits/tiny.nn.yaml", "--backend", "cuda");
        assertEquals(ExitCode.BAD_INPUT, result.exitCode());
        assertTrue(result.err().contains("the backend cuda cannot compute here: "), result.err());
        assertTrue(result.err().contains("./backprop backends install cuda"), result.err());
        assertEquals(List.of(), TrainingFixture.runs(folder));
    }

    @Test
    void theProbeNamesEveryBackendAndWhatIsMissing() throws Exception {
        Backprop.Result result = backprop.run("probe", "--json");
        assertEquals(0, result.exitCode(), result.err());
        JsonArray backends =
                JsonParser.parseString(result.out()).getAsJsonObject().getAsJsonArray("backends");
        JsonObject cuda = backends.get(1).getAsJsonObject();
        assertEquals("cuda", cuda.get("name").getAsString());
        assertEquals(cuda.get("available").getAsBoolean(), !cuda.has("reason"));
        assertTrue(backends.get(0).getAsJsonObject().get("threads").getAsInt() > 0);
    }
}
