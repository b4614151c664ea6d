package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.runlog.evaluation.ConfusionMatrix;
import org.backprop.runlog.evaluation.EvaluationFile;
import org.backprop.runlog.evaluation.EvaluationRecord;
import org.backprop.runlog.evaluation.Residuals;
import org.backprop.runlog.run.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class EvaluateCommandTest {
    @TempDir
    static Path folder;

    private static Backprop backprop;
    private static String digits;
    private static String table;

    @BeforeAll
    static void train() throws Exception {
        backprop = new Backprop(folder);
        TrainingFixture.write(folder);
        assertEquals(0, backprop.run("train", "tiny.nn.yaml", "--epochs", "2").exitCode());
        digits = TrainingFixture.onlyRun(folder).toString();
        StringBuilder rows = new StringBuilder("width,twice,height\n");
        for (int i = 0; i < 60; i++) {
            rows.append("%d,%d,%d%n".formatted(i, 2 * i, i % 7));
        }
        Files.writeString(folder.resolve("table.csv"), rows);
        Files.writeString(folder.resolve("table.nn.yaml"), """
                backprop: 1
                data: {csv: {path: table.csv, target: twice}, normalize: standardize}
                network: {layers: [{dense: 1}]}
                training: {loss: mse, metrics: [mae], epochs: 3, batch_size: 8}
                """);
        Backprop.Result trained = backprop.run("train", "table.nn.yaml", "--runs", "tables");
        assertEquals(0, trained.exitCode(), trained.err());
        try (var runs = Files.list(folder.resolve("tables"))) {
            table = runs.findFirst().orElseThrow().toString();
        }
    }

    private static Backprop.Result evaluate(String... arguments) throws Exception {
        Backprop.Result result = backprop.run(arguments);
        assertEquals(0, result.exitCode(), result.err());
        return result;
    }

    @Test
    void theRecordOfAClassificationGivesTheAccuracyThatIsPrinted() throws Exception {
        Backprop.Result result = evaluate("evaluate", digits, "--json", "--progress");
        JsonObject printed = JsonParser.parseString(result.out()).getAsJsonObject();
        double accuracy =
                printed.getAsJsonObject("metrics").get("accuracy/test").getAsDouble();
        assertEquals(100, printed.get("samples").getAsInt());
        assertTrue(result.err().contains("progress 100/100"), result.err());
        EvaluationRecord record =
                EvaluationFile.read(EvaluationFile.in(new RunFolder(Path.of(digits)), "test", "best"));
        assertEquals(100, record.size());
        assertEquals(100, record.set().total());
        assertTrue(record.set().probabilities());
        assertEquals("9", record.set().classes().getLast());
        assertEquals(
                accuracy,
                ConfusionMatrix.of(record.labels(), record.predicted(), 10).accuracy(),
                1e-9);
        double sum = 0;
        double loss = 0;
        for (int i = 0; i < 100; i++) {
            assertEquals(-Math.log(record.score(i, record.labels()[i])), record.losses()[i], 1e-3);
            loss += record.losses()[i] / 100;
            sum += record.score(i, 0) + record.score(i, 9);
        }
        assertTrue(sum > 0 && sum < 100);
        assertEquals(printed.getAsJsonObject("metrics").get("loss/test").getAsDouble(), loss, 1e-4);
    }

    @Test
    void theRecordHoldsPicturesAsTheyWereBeforeScaling() throws Exception {
        evaluate("evaluate", digits, "--split", "validation", "--out", folder + "/own.safetensors");
        EvaluationRecord record = EvaluationFile.read(folder.resolve("own.safetensors"));
        assertEquals("validation", record.set().split());
        assertEquals(List.of(1, 28, 28), record.inputs().shape());
        assertTrue(record.inputs().arePictures());
        assertEquals(100, record.inputs().rows().length, "there is room for all of them");
        for (float value : record.inputs().of(17).orElseThrow()) {
            assertTrue(value >= 0 && value <= 1);
        }
    }

    @Test
    void theLastCheckpointAndFilesCanBeEvaluatedToo() throws Exception {
        String best = evaluate("evaluate", digits).out();
        assertEquals(best, evaluate("evaluate", digits, "--checkpoint", "last").out(), "no best epoch was asked for");
        assertEquals(
                best,
                evaluate("evaluate", digits, "--checkpoint", "weights.safetensors")
                        .out());
        assertTrue(Files.exists(Path.of(digits, "evaluations", "test-last.safetensors")));
        assertTrue(Files.exists(Path.of(digits, "evaluations", "test-weights.safetensors.safetensors")));
        Backprop.Result missing = backprop.run("evaluate", digits, "--checkpoint", "nowhere");
        assertEquals(1, missing.exitCode());
        assertTrue(missing.err().contains("--checkpoint takes best, last or a safetensors file"), missing.err());
        assertFalse(missing.err().contains("\tat "), missing.err());
    }

    @Test
    void theRecordOfARegressionHoldsTargetsAndNamedRows() throws Exception {
        JsonObject printed = JsonParser.parseString(evaluate("evaluate", table, "--split", "train", "--json")
                        .out())
                .getAsJsonObject();
        EvaluationRecord record =
                EvaluationFile.read(EvaluationFile.in(new RunFolder(Path.of(table)), "train", "best"));
        assertFalse(record.set().classifies());
        assertEquals(
                printed.getAsJsonObject("metrics").get("mae/train").getAsDouble(),
                Residuals.of(record, 0).meanAbsolute(),
                1e-4);
        assertEquals(List.of("width", "height"), record.inputs().columns());
        float[] row = record.inputs().of(3).orElseThrow();
        assertArrayEquals(
                new float[] {record.targets()[3] / 2, (record.targets()[3] / 2) % 7}, row, 1e-4f, "scaled back");
    }
}
