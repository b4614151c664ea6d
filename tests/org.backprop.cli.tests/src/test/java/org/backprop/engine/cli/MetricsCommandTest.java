package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.runlog.run.RunNotes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class MetricsCommandTest {

    @TempDir
    Path folder;

    private Backprop backprop;

    @BeforeEach
    void writeModel() throws IOException {
        backprop = new Backprop(folder);
        Files.writeString(
                folder.resolve("tiny.nn.yaml"),
                TrainingFixture.MODEL + "  metrics: [f1, top_k: {k: 3}, auc, confusion_matrix]\n");
    }

    @Test
    void metricsStandInTheConsoleTheRunAndTheEvaluation() throws Exception {
        Backprop.Result trained = backprop.run("train", "tiny.nn.yaml", "--epochs", "2", "--progress", "plain");
        assertEquals(0, trained.exitCode(), trained.err());
        assertTrue(
                trained.out().matches("(?s).*epoch 2/2  train loss .* top_k .*validation loss .*f1 0.*"),
                trained.out());
        String run = TrainingFixture.onlyRun(folder).toString();
        JsonObject shown = JsonParser.parseString(
                        backprop.run("show", "--json", run).out())
                .getAsJsonObject();
        JsonObject metrics = shown.getAsJsonObject("metrics");
        for (String set : new String[] {"train", "validation", "test"}) {
            assertTrue(metrics.get("f1/" + set).getAsDouble() > 0, metrics.toString());
            assertTrue(metrics.get("auc/" + set).getAsDouble() > 0.5, metrics.toString());
            assertTrue(
                    metrics.get("top_k/" + set).getAsDouble()
                            >= metrics.get("accuracy/" + set).getAsDouble() - 0.1,
                    metrics.toString());
            assertEquals(
                    10,
                    shown.getAsJsonObject("confusion_matrix")
                            .getAsJsonArray(set)
                            .size());
        }
        assertEquals(100, sum(shown.getAsJsonObject("confusion_matrix").getAsJsonArray("test")));
        String evaluated = backprop.run("evaluate", run).out();
        String f1 = String.format("f1/test %.4f", metrics.get("f1/test").getAsDouble());
        assertTrue(evaluated.contains(f1), evaluated);
        assertTrue(evaluated.contains("confusion_matrix/test"), evaluated);
        assertReportAndListShow(run);
    }

    private void assertReportAndListShow(String run) throws Exception {
        Backprop.Result reported = backprop.run("show", run, "--html", "-o", "report.html");
        assertEquals("report.html", reported.out().strip(), reported.err());
        String html = Files.readString(folder.resolve("report.html"));
        assertTrue(html.contains("Confusion matrix, test") && html.contains("<svg"), html);
        assertEquals(2, backprop.run("show", run, run).exitCode(), "several runs need --html");
        RunNotes.NONE.withTags(List.of("kept")).write(Path.of(run).resolve("notes.json"));
        assertTrue(backprop.run("runs", "--filter", "optimizer:adam").out().contains("#kept"));
        assertEquals(
                "", backprop.run("runs", "--filter", "tag:kept -batch_size=32").out());
    }

    private static int sum(JsonArray rows) {
        int sum = 0;
        for (var row : rows) {
            for (var count : row.getAsJsonArray()) {
                sum += count.getAsInt();
            }
        }
        return sum;
    }

    @Test
    void squaredErrorsOnDigitsTrainOneOutputForEachClass() throws Exception {
        Files.writeString(
                folder.resolve("tiny.nn.yaml"),
                TrainingFixture.MODEL.replace("log_softmax", "sigmoid").replace("loss: nll", "loss: {mse: half_sum}"));
        Backprop.Result trained = backprop.run("train", "tiny.nn.yaml");
        assertEquals(0, trained.exitCode(), trained.err());
        String run = TrainingFixture.onlyRun(folder).toString();
        assertTrue(backprop.run("evaluate", run).out().contains("accuracy/test 0."));
    }
}
