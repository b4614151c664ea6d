package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.safetensors.TensorFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferCommandTest {

    private static final String WEIGHTS = "checkpoints/weights.safetensors";

    @TempDir
    Path folder;

    private Backprop backprop;

    @BeforeEach
    void trainBase() throws Exception {
        backprop = new Backprop(folder);
        TrainingFixture.write(folder);
        assertEquals(0, backprop.run("train", "tiny.nn.yaml", "--epochs", "1").exitCode());
        Files.move(TrainingFixture.onlyRun(folder).resolve(WEIGHTS), folder.resolve("base.safetensors"));
        try (var runs = Files.list(folder.resolve("runs"))) {
            for (Path run : runs.toList()) {
                Files.move(run, folder.resolve("base"));
            }
        }
    }

    private void writeModel(String mapping) throws IOException {
        Files.writeString(
                folder.resolve("tiny.nn.yaml"),
                TrainingFixture.MODEL
                        .replace("name: hidden", "name: body")
                        .replace(
                                "network:\n",
                                "network:\n  weights: base.safetensors\n  mapping: {" + mapping
                                        + "}\n  freeze: [body]\n"));
    }

    private TensorFile weights(Path file) throws IOException {
        return Safetensors.read(file);
    }

    @Test
    void aLayerTakenOverAndFrozenKeepsItsWeightsAlsoWhenResumed() throws Exception {
        writeModel("body: hidden");
        Backprop.Result trained = backprop.run("train", "tiny.nn.yaml", "--epochs", "1");
        assertEquals(0, trained.exitCode(), trained.err());
        Path run = TrainingFixture.onlyRun(folder);
        Backprop.Result resumed = backprop.run("train", "--resume", run.toString(), "--epochs", "2");
        assertEquals(0, resumed.exitCode(), resumed.err());
        TensorFile before = weights(folder.resolve("base.safetensors"));
        TensorFile after = weights(run.resolve(WEIGHTS));
        assertArrayEquals(
                before.tensors().get("hidden.weight").toFloats(),
                after.tensors().get("body.weight").toFloats());
        assertFalse(Arrays.equals(
                before.tensors().get("scores.weight").toFloats(),
                after.tensors().get("scores.weight").toFloats()));
        Backprop.Result evaluated = backprop.run("evaluate", run.toString());
        assertTrue(evaluated.out().contains("accuracy/test"), evaluated.err());
    }

    @Test
    void aNameThatTheFileDoesNotHaveIsAnErrorWithItsPlace() throws Exception {
        writeModel("body: hiden");
        Backprop.Result checked = backprop.run("check", "tiny.nn.yaml");
        assertEquals(1, checked.exitCode());
        assertTrue(checked.out().contains("tiny.nn.yaml:8:19: UNKNOWN_NAME"), checked.out());
        assertTrue(checked.out().contains("did you mean hidden?"), checked.out());
    }

    @Test
    void weightsOfAnotherShapeNameTheTensorAndTheFile() throws Exception {
        writeModel("body: scores");
        Backprop.Result trained = backprop.run("train", "tiny.nn.yaml");
        assertEquals(1, trained.exitCode());
        assertTrue(trained.err().contains("base.safetensors"), trained.err());
        assertTrue(
                trained.err().contains("'body.weight' has shape [10, 16], the network needs [16, 784]"), trained.err());
    }
}
