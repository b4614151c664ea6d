package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;

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
        assertEquals(2, backprop.run("bench", "watching", "--rounds", "0").exitCode());
        assertEquals(2, backprop.run("bench", "scale", "--parameters", "10").exitCode());
        assertEquals(
                2, backprop.run("bench", "roofline", "--network", "transformer").exitCode());
        assertEquals(2, backprop.run("bench", "startup", "--runs", "0").exitCode());
        assertEquals(2, backprop.run("bench", "minimizers", "--limit", "0").exitCode());
    }

    @Test
    void minimizersAreCountedOnEachFunction() throws Exception {
        Backprop.Result result = backprop.run("bench", "minimizers", "--limit", "20", "--json");
        assertEquals(0, result.exitCode(), result.err());
        List<JsonObject> rows = result.out()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(row -> row.get("minimizer").getAsString().equals("newton"))
                .toList();
        assertEquals(3, rows.size());
        assertEquals("1", rows.get(1).get("iterations").getAsString());
    }

    @Test
    void ourKernelsCanBeMeasuredAgainstThemselves() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "peers",
                "--json",
                "--network",
                "mlp",
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
                "--network",
                "mlp",
                "--optimizer",
                "momentum,adam",
                "--threads",
                "1",
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
    void everyNetworkDoesTheSameWorkInPyTorch() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "peers",
                "--json",
                "--peers",
                "torch",
                "--network",
                "cnn,residual,lstm",
                "--optimizer",
                "adam",
                "--threads",
                "1",
                "--batch",
                "4",
                "--rounds",
                "1",
                "--seconds",
                "0.02");
        assumeFalse(result.err().contains("torch is skipped"), "skipped: python3 lacks torch");
        assertEquals(0, result.exitCode(), "losses agree: " + result.err());
        assertEquals(3, result.out().lines().count(), result.out());
    }

    @Test
    void withoutPythonThePeerIsSkippedWithTheCommandThatInstallsIt() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "peers",
                "--network",
                "mlp",
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
    void javaLibrariesAreSkippedWhereTheirModuleIsMissing() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "peers",
                "--network",
                "mlp",
                "--peers",
                "dl4j",
                "--kernels",
                "nd4j",
                "--optimizer",
                "sgd",
                "--batch",
                "32");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals("", result.out());
        assertTrue(
                result.err().contains("dl4j is skipped: start it with ./backprop bench in a checkout"), result.err());
    }

    @Test
    void theRooflineOfAStepIsFollowedByItsKernels() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "roofline",
                "--json",
                "--kernels",
                "nd4j",
                "--threads",
                "1",
                "--network",
                "mlp",
                "--batch",
                "32",
                "--rounds",
                "1",
                "--seconds",
                "0.01");
        assertEquals(0, result.exitCode(), result.err());
        List<JsonObject> rows = rows(result);
        JsonObject step = rows.getFirst();
        assertEquals("mlp", step.get("network").getAsString());
        assertTrue(step.get("times_floor").getAsDouble() > 0, result.out());
        assertEquals(
                3,
                rows.stream()
                        .filter(row -> row.has("kernel")
                                && row.get("kernel").getAsString().equals("denseForward"))
                        .findFirst()
                        .orElseThrow()
                        .get("calls")
                        .getAsDouble());
    }

    @Test
    void everyPointOfASweepHasTheFittedExponent() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "scale",
                "--json",
                "--kernels",
                "nd4j",
                "--threads",
                "1",
                "--sweep",
                "parameters",
                "--parameters",
                "1000000",
                "--rounds",
                "1",
                "--seconds",
                "0.01");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(4, rows(result).size());
        for (JsonObject row : rows(result)) {
            assertEquals("parameters", row.get("sweep").getAsString());
            assertTrue(row.get("exponent").getAsDouble() > 0, result.out());
        }
    }

    private static List<JsonObject> rows(Backprop.Result result) {
        return result.out()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    @Test
    void theCostOfWatchingIsMeasuredAgainstTheSameTrainingUnwatched() throws Exception {
        Backprop.Result result = backprop.run(
                "bench",
                "watching",
                "--json",
                "--network",
                "mlp",
                "--kernels",
                "nd4j",
                "--python",
                "no-such-python",
                "--threads",
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
        assertTrue(row.get("plain_steps_per_second").getAsDouble() > 0, result.out());
        assertEquals(1, result.out().lines().count());
        assertTrue(result.err().contains("torch is skipped"), result.err());
    }
}
