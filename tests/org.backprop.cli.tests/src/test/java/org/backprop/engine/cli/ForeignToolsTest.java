package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write is opened by those it is meant for. Needs Python with torch, tensorboard and safetensors. */
class ForeignToolsTest {
    private static final long TIMEOUT_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void tensorBoardReadsTheCurvesAndPyTorchLoadsTheWeights() throws Exception {
        assumeTrue(
                python("-c", "import torch, tensorboard, safetensors") == 0,
                "skipped: python3 lacks torch, tensorboard or safetensors");
        TrainingFixture.write(folder);
        assertEquals(0, new Backprop(folder).run("train", "tiny.nn.yaml").exitCode());
        Path script = folder.resolve("open_run.py");
        try (InputStream source = getClass().getResourceAsStream("open_run.py")) {
            Files.copy(source, script);
        }
        int exitCode = python(script.toString(), TrainingFixture.onlyRun(folder).toString());
        List<String> lines = Files.readAllLines(folder.resolve("python.txt"));
        assertEquals(0, exitCode, () -> String.join("\n", lines));
        assertTrue(lines.contains("loss/train 39 39"), lines::toString);
        assertTrue(lines.contains("accuracy/validation 3 39"), lines::toString);
        assertTrue(lines.contains("<All keys matched successfully>"), lines::toString);
    }

    private int python(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("python.txt").toFile());
        try {
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("python3 does not end: " + command);
            }
            return process.exitValue();
        } catch (IOException e) {
            return -1;
        }
    }
}
