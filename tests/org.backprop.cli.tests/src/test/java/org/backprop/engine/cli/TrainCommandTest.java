package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.safetensors.Safetensors;
import org.backprop.runlog.safetensors.TensorFile;
import org.backprop.runlog.series.Series;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class TrainCommandTest {
    private static final int STEPS_PER_EPOCH = 13;

    @TempDir
    Path folder;

    private Backprop backprop;

    @BeforeEach
    void writeModel() throws IOException {
        TrainingFixture.write(folder);
        backprop = new Backprop(folder);
    }

    @Test
    void aCompletedTrainingLeavesARunWithCurvesWeightsAndProvenance() throws Exception {
        Backprop.Result result = backprop.run("train", "tiny.nn.yaml", "--progress", "plain");
        assertEquals(0, result.exitCode(), result.err());
        RunSnapshot run = RunReader.read(TrainingFixture.onlyRun(folder));
        assertEquals(Outcome.COMPLETED, run.outcome());
        assertEquals(3 * STEPS_PER_EPOCH, run.scalar("loss/train").size());
        assertEquals(3, run.scalar("accuracy/validation").size());
        assertEquals(1, run.scalar("accuracy/test").size());
        assertTrue(run.scalar("gradient_norm/hidden").size() > 0);
        assertEquals(TrainingFixture.MODEL, run.info().orElseThrow().model().text());
        TensorFile weights = Safetensors.read(run.folder().resolve("checkpoints/weights.safetensors"));
        assertEquals(
                List.of("hidden.weight", "hidden.bias", "scores.weight", "scores.bias"),
                List.copyOf(weights.tensors().keySet()));
        assertEquals(List.of(16L, 784L), weights.tensors().get("hidden.weight").shape());
        assertTrue(
                result.out().matches("(?s).*epoch 3/3  train loss \\S+  accuracy \\S+ %  validation loss .*"),
                result.out());
    }

    @Test
    void aMinimizerTrainsAndItsEndIsSaid() throws Exception {
        Files.writeString(folder.resolve("minimum.nn.yaml"), """
                backprop: 1
                data: {sine: {samples: 40}}
                network: {layers: [{dense: {name: hidden, units: 4, activation: tanh}}, {dense: 1}]}
                training:
                  loss: mse
                  optimizer: {levenberg_marquardt: {gradient_tolerance: 0.01}}
                  batch_size: full
                  epochs: 500
                """);
        Backprop.Result result = backprop.run("train", "minimum.nn.yaml");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("gradient is not greater than gradient_tolerance"), result.out());
        RunSnapshot run = RunReader.read(TrainingFixture.onlyRun(folder));
        assertEquals(Outcome.COMPLETED, run.outcome());
        assertTrue(run.scalar("gradient_norm/hidden").size() > 0);
        assertEquals(
                run.scalar("loss/train").size(),
                run.scalar("line_search/evaluations").size());
        assertEquals(run.scalar("loss/train").size(), run.scalar("damping").size());
        assertEquals(
                0, backprop.run("train", "--resume", run.folder().toString()).exitCode());
        assertEquals(
                run.scalar("loss/train").size(),
                RunReader.read(TrainingFixture.onlyRun(folder))
                        .scalar("loss/train")
                        .size());
    }

    @Test
    void theTemperatureOfAnAnnealingIsRecorded() throws Exception {
        backprop.run(
                "train",
                "tiny.nn.yaml",
                "--set",
                "training.optimizer={simulated_annealing: {temperature: 2, trials: 1}}",
                "--set",
                "training.batch_size=full",
                "--set",
                "training.shuffle=false");
        Series temperature = RunReader.read(TrainingFixture.onlyRun(folder)).scalar("temperature");
        assertEquals(3, temperature.size());
        assertEquals(2 / Math.log(4), temperature.value(2), 1e-6);
    }

    @Test
    void aMatrixForTooManyParametersIsRefusedBeforeTheTraining() throws Exception {
        Backprop.Result result = backprop.run(
                "train", "tiny.nn.yaml", "--set", "training.optimizer=bfgs", "--set", "training.batch_size=full");
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("at most 5,000 parameters, the network has 12,730: use lbfgs"), result.err());
        assertEquals(List.of(), TrainingFixture.runs(folder));
    }

    @Test
    void theSameFileAndSeedGiveTheSameLossAtEveryStep() throws Exception {
        backprop.run("train", "tiny.nn.yaml");
        backprop.run("train", "tiny.nn.yaml");
        backprop.run("train", "tiny.nn.yaml", "--seed", "8");
        List<float[]> losses = TrainingFixture.runs(folder).stream()
                .map(run -> values(RunReader.read(run).scalar("loss/train")))
                .toList();
        assertArrayEquals(losses.get(0), losses.get(1));
        assertTrue(losses.get(0)[0] != losses.get(2)[0], "another seed starts from other weights");
    }

    @Test
    void terminatingStopsWithACheckpointFromWhichTrainingGoesOnBitForBit() throws Exception {
        Backprop.Running running =
                backprop.start(Map.of(), "train", "tiny.nn.yaml", "--epochs", "100000", "--name", "stopped");
        running.awaitThat(
                "an epoch is done",
                () -> TrainingFixture.runs(folder).stream()
                        .anyMatch(run -> Files.exists(run.resolve("checkpoints/state.safetensors"))));
        running.process().destroy();
        Backprop.Result result = running.await();
        assertEquals(130, result.exitCode(), result.out() + result.err());

        Path run = TrainingFixture.onlyRun(folder);
        RunSnapshot stopped = RunReader.read(run);
        assertEquals(Outcome.STOPPED, stopped.outcome());
        long epochs = stopped.lastStep().orElseThrow() / STEPS_PER_EPOCH + 2;
        Backprop.Result resumed = backprop.run("train", "--resume", run.toString(), "--epochs", Long.toString(epochs));
        assertEquals(0, resumed.exitCode(), resumed.err());
        backprop.run("train", "tiny.nn.yaml", "--epochs", Long.toString(epochs), "--name", "straight");
        List<Path> runs = TrainingFixture.runs(folder);
        assertEquals(
                -1,
                Files.mismatch(state(runs.get(0)), state(runs.get(1))),
                "resumed and straight runs end in the same state");
        RunSnapshot whole = RunReader.read(run);
        assertArrayEquals(values(RunReader.read(runs.get(1)).scalar("loss/train")), values(whole.scalar("loss/train")));
        assertEquals(epochs, whole.info().orElseThrow().plan().epochs());
    }

    @Test
    void progressForToolsIsOneJsonObjectALine() throws Exception {
        Backprop.Result result = backprop.run("train", "tiny.nn.yaml", "--progress", "json");
        List<JsonObject> lines = result.out()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        List<JsonObject> epochs = lines.stream()
                .filter(line -> line.get("event").getAsString().equals("epoch"))
                .toList();
        assertEquals(3, epochs.size());
        assertEquals(39, epochs.getLast().get("step").getAsInt());
        assertTrue(epochs.getLast().getAsJsonObject("metrics").has("accuracy/validation"));
        assertEquals("COMPLETED", lines.getLast().get("outcome").getAsString());
    }

    @Test
    void aTrainingThatDivergesFailsAndNamesTheLayer() throws Exception {
        Backprop.Result result =
                backprop.run("train", "tiny.nn.yaml", "--set", "training.optimizer={sgd: {learning_rate: 1.0e30}}");
        assertEquals(3, result.exitCode(), result.out());
        assertTrue(result.err().contains("diverged"), result.err());
        assertTrue(result.err().matches("(?s).*'(hidden|scores)'.*"), result.err());
        assertEquals(
                Outcome.FAILED, RunReader.read(TrainingFixture.onlyRun(folder)).outcome());
    }

    @Test
    void aTrainingThatAStoppingRuleEndsIsCompleteAndSaysWhy() throws Exception {
        String stopping = "training.stopping=[{early_stopping: {patience: 2, min_delta: 100, restore_best: true}}]";
        Backprop.Result result =
                backprop.run("train", "tiny.nn.yaml", "--epochs", "50", "--set", stopping, "--progress", "plain");
        assertEquals(0, result.exitCode(), result.err());
        String reason = "stopped after epoch 3 of 50: loss/validation has not improved for 2 epochs";
        assertTrue(result.out().contains("done: " + reason), result.out());
        Path path = TrainingFixture.onlyRun(folder);
        RunSnapshot run = RunReader.read(path);
        assertEquals(Outcome.COMPLETED, run.outcome());
        assertTrue(run.info().orElseThrow().message().orElseThrow().startsWith(reason));
        assertEquals(1, run.scalar("loss/test").size());
        Backprop.Result evaluation = backprop.run("evaluate", path.toString(), "--split", "validation");
        String best = "%.4f".formatted(values(run.scalar("loss/validation"))[0]);
        assertTrue(evaluation.out().contains(best), best + " in " + evaluation.out());
    }

    @Test
    void whatClippingDidIsRecordedForEachLayer() throws Exception {
        Backprop.Result result =
                backprop.run("train", "tiny.nn.yaml", "--set", "training.clipping={layer_norm: 0.05}", "--epochs", "1");
        assertEquals(0, result.exitCode(), result.err());
        RunSnapshot run = RunReader.read(TrainingFixture.onlyRun(folder));
        float[] before = values(run.scalar("clip/norm_before/hidden"));
        float[] after = values(run.scalar("clip/norm_after/hidden"));
        float[] clipped = values(run.scalar("clip/clipped/hidden"));
        assertTrue(before.length > 0 && before.length == after.length && before.length == clipped.length);
        for (int i = 0; i < before.length; i++) {
            assertEquals(Math.min(before[i], 0.05f), after[i], 1e-5f);
            assertEquals(before[i] > 0.05f ? 1 : 0, clipped[i]);
        }
        assertArrayEquals(after, values(run.scalar("gradient_norm/hidden")), 1e-5f);
        assertTrue(run.scalar("clip/clipped/scores").size() > 0);
    }

    @Test
    void initialWeightsAreTakenFromASafetensorsFile() throws Exception {
        backprop.run("train", "tiny.nn.yaml", "--epochs", "30");
        Path weights = TrainingFixture.onlyRun(folder).resolve("checkpoints/weights.safetensors");
        Files.copy(weights, folder.resolve("start.safetensors"));
        Backprop.Result result = backprop.run("train", "tiny.nn.yaml", "--set", "network.weights=start.safetensors");
        assertEquals(0, result.exitCode(), result.err());
        List<Path> runs = TrainingFixture.runs(folder);
        float before = values(RunReader.read(runs.get(0)).scalar("loss/train"))[0];
        float after = values(RunReader.read(runs.get(1)).scalar("loss/train"))[0];
        assertTrue(after < before / 2, "trained weights start at " + after + ", fresh ones at " + before);
    }

    private static Path state(Path run) {
        return run.resolve("checkpoints/state.safetensors");
    }

    private static float[] values(Series series) {
        float[] values = new float[series.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = series.value(i));
        return values;
    }

    @Test
    void theTrainingGoesOnWhenNobodyReadsItsOutputAnyMore() throws Exception {
        TrainingFixture.write(folder);
        Process process = new Backprop(folder).piped("train", "tiny.nn.yaml", "--runs", "unread", "--epochs", "30");
        process.getInputStream().close();
        process.getErrorStream().close();
        process.getOutputStream().close();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }
}
