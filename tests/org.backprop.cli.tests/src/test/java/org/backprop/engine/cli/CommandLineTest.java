package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class CommandLineTest {
    @TempDir
    Path folder;

    private Backprop backprop;

    @BeforeEach
    void writeModel() throws IOException {
        TrainingFixture.write(folder);
        backprop = new Backprop(folder);
    }

    @Test
    void checkPrintsTheLayersOfAGoodModel() throws Exception {
        Backprop.Result result = backprop.run("check", "tiny.nn.yaml");
        assertEquals(0, result.exitCode());
        assertTrue(result.out().contains("12,560"), result.out());
        assertTrue(result.out().endsWith("tiny.nn.yaml: 0 errors, 0 warnings\n"), result.out());
    }

    @Test
    void checkPrintsEachProblemWithItsPlaceAndFails() throws Exception {
        Files.writeString(
                folder.resolve("bad.nn.yaml"),
                TrainingFixture.MODEL.replace("units: 16", "units: -16").replace("batch_size", "batchsize"));
        Backprop.Result result = backprop.run("check", "bad.nn.yaml");
        assertEquals(1, result.exitCode());
        assertTrue(result.out().contains("bad.nn.yaml:9:36: OUT_OF_RANGE "), result.out());
        assertTrue(result.out().contains("bad.nn.yaml:16:3: UNKNOWN_KEY "), result.out());
        JsonObject json = JsonParser.parseString(
                        backprop.run("check", "--json", "bad.nn.yaml").out())
                .getAsJsonObject();
        assertFalse(json.get("valid").getAsBoolean());
        assertEquals(2, json.getAsJsonArray("problems").size());
    }

    @Test
    void checkFindsTheRowOfADataFileThatIsNoNumberAndSamplesInTwoSets() throws Exception {
        Files.writeString(folder.resolve("table.csv"), "x,y\n1,a\n1,b\nnone,b\n");
        Files.writeString(folder.resolve("table.nn.yaml"), """
                backprop: 1
                data: {csv: table.csv, split: {train: 2, validation: 1}}
                network: {layers: [{dense: 2}]}
                training: {loss: cross_entropy}
                """);
        Backprop.Result result = backprop.run("check", "table.nn.yaml");
        assertEquals(1, result.exitCode());
        assertTrue(result.out().contains("table.nn.yaml:2:1: DATA_UNREADABLE "), result.out());
        assertTrue(result.out().contains("table.csv:4: column \"x\": \"none\" is not a number"), result.out());
        Files.writeString(folder.resolve("table.csv"), "x,y\n1,a\n1,b\n1,a\n");
        result = backprop.run("check", "table.nn.yaml");
        assertEquals(0, result.exitCode(), result.out());
        assertTrue(result.out().contains("table.nn.yaml:2:1: DATA_DOUBTFUL "), result.out());
        assertTrue(result.out().contains("1 of the 1 validation samples are in the training set too"), result.out());
    }

    @Test
    void aCommandThatIsMistypedIsAnsweredWithThoseThatResembleIt() throws Exception {
        Backprop.Result result = backprop.run("trian", "tiny.nn.yaml");
        assertEquals(ExitCode.USAGE, result.exitCode());
        assertTrue(result.err().contains("Did you mean: backprop train"), result.err());
        String help = backprop.run("--help").out();
        assertTrue(help.contains("sweep") && help.contains("bench"), help);
        assertEquals(
                backprop.run("train", "--help").out(),
                backprop.run("help", "train").out());
    }

    @Test
    void aMissingModelIsAnErrorOfTheInput() throws Exception {
        Backprop.Result result = backprop.run("train", "nowhere.nn.yaml");
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("nowhere.nn.yaml"), result.err());
        assertFalse(result.err().contains("\tat "), "no stack trace: " + result.err());
    }

    @Test
    void dataThatDoesNotFitTheNetworkIsAnErrorOfTheInput() throws Exception {
        Backprop.Result result = backprop.run("train", "tiny.nn.yaml", "--set", "data.split.train=100000");
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("600"), result.err());
    }

    @Test
    void aWrongCommandLineIsAnErrorOfUsage() throws Exception {
        assertEquals(2, backprop.run("tran").exitCode());
        assertEquals(2, backprop.run("train").exitCode());
        assertEquals(
                2, backprop.run("train", "tiny.nn.yaml", "--epochs", "many").exitCode());
    }

    @Test
    void aBackendThatDoesNotExistIsNamed() throws Exception {
        Backprop.Result result = backprop.run("train", "tiny.nn.yaml", "--backend", "tpu");
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("there is no backend 'tpu'; there are: native, cuda"), result.err());
    }

    @Test
    void showRunsAndEvaluateReadARun() throws Exception {
        backprop.run("train", "tiny.nn.yaml", "--epochs", "1");
        String run = TrainingFixture.onlyRun(folder).toString();
        JsonObject shown = JsonParser.parseString(
                        backprop.run("show", "--json", run).out())
                .getAsJsonObject();
        assertEquals("completed", shown.get("outcome").getAsString());
        assertEquals(1, shown.get("epochs").getAsInt());
        assertEquals(13, shown.get("steps").getAsInt());
        assertEquals("native", shown.get("backend").getAsString());
        double accuracy = shown.getAsJsonObject("metrics").get("accuracy/test").getAsDouble();
        String listed = backprop.run("runs").out();
        assertTrue(listed.contains("completed"), listed);
        String evaluated = backprop.run("evaluate", run).out();
        assertTrue(evaluated.contains("accuracy/test " + String.format("%.4f", accuracy)), evaluated);
    }

    @Test
    void probeNamesTheDeviceOfTheNativeBackend() throws Exception {
        JsonObject probe =
                JsonParser.parseString(backprop.run("probe", "--json").out()).getAsJsonObject();
        JsonObject backend = probe.getAsJsonArray("backends").get(0).getAsJsonObject();
        assertTrue(backend.get("available").getAsBoolean(), backend.toString());
        assertTrue(backend.get("device").getAsString().contains("CPU"), backend.toString());
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        assertTrue(backprop.run("--version").out().matches("(?s)backprop \\d+\\.\\d+\\.\\d+.*"));
    }
}
