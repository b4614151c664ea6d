package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class BenchCommandTest {
    @TempDir
    Path folder;

    private Backprop backprop;

    @BeforeEach
    void prepare() {
        backprop = new Backprop(folder);
    }

    @Test
    void wrongArgumentsAreErrorsOfUsage() throws Exception {
        assertEquals(2, backprop.run("bench", "nothing").exitCode());
        assertEquals(2, backprop.run("bench", "peers", "--batch", "0").exitCode());
        assertEquals(2, backprop.run("bench", "peers", "--batch", "1000000000").exitCode());
        assertEquals(2, backprop.run("bench", "peers", "--peers", "numpy").exitCode());
        assertEquals(2, backprop.run("bench", "peers", "--rounds", "0").exitCode());
        assertEquals(2, backprop.run("bench", "peers", "--seconds", "-1").exitCode());
        assertEquals(2, backprop.run("bench", "peers", "--threads", "0").exitCode());
        assertEquals(2, backprop.run("bench", "watching", "--norms-every", "5").exitCode());
        assertEquals(2, backprop.run("bench", "startup", "--runs", "0").exitCode());
    }

    @Test
    void ourKernelsCanBeMeasuredAgainstThemselves() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "peers",
                "--json",
                "--peers",
                "nd4j",
                "--kernels",
                "nd4j",
                "--optimizer",
                "momentum",
                "--batch",
                "32",
                "--threads",
                "1",
                "--rounds",
                "2",
                "--seconds",
                "0.05");
        assertEquals(0, result.exitCode(), result.err());
        JsonObject row = JsonParser.parseString(result.out()).getAsJsonObject();
        assertEquals("nd4j", row.get("peer").getAsString());
        assertEquals("momentum", row.get("optimizer").getAsString());
        assertTrue(row.get("ratio").getAsDouble() > 0, result.out());
    }

    @Test
    void pyTorchDoesTheSameWorkAsOurEngine() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "peers",
                "--json",
                "--peers",
                "torch,torch_fused",
                "--optimizer",
                "momentum,adam",
                "--batch",
                "64",
                "--rounds",
                "1",
                "--seconds",
                "0.02");
        assumeFalse(result.err().contains("torch is skipped"), "skipped: python3 lacks torch");
        assertEquals(0, result.exitCode(), "losses agree: " + result.err());
        assertEquals(4, result.out().lines().count(), result.out());
    }

    @Test
    void withoutPythonThePeerIsSkippedWithTheCommandThatInstallsIt() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "peers",
                "--peers",
                "torch",
                "--python",
                "no-such-python",
                "--optimizer",
                "sgd",
                "--batch",
                "32");
        assertEquals(0, result.exitCode());
        assertEquals("", result.out());
        assertTrue(
                result.err()
                        .endsWith("backprop: torch is skipped: no-such-python cannot be started; install Python 3, then"
                                + " PyTorch with: pip install torch\n"),
                result.err());
    }

    @Test
    void theCostOfWatchingIsMeasuredAgainstTheSameTrainingUnwatched() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "watching",
                "--json",
                "--peers",
                "nd4j",
                "--norms-every",
                "1",
                "--batch",
                "512",
                "--rounds",
                "1",
                "--seconds",
                "0.05");
        assertEquals(0, result.exitCode(), result.err());
        JsonObject row = JsonParser.parseString(result.out().lines().findFirst().orElseThrow())
                .getAsJsonObject();
        assertEquals("backprop", row.get("who").getAsString());
        assertEquals(1, row.get("norms_every").getAsInt());
        assertTrue(row.get("plain_steps_per_second").getAsDouble() > 0, result.out());
        assertEquals(2, result.out().lines().count());
    }
}
