package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import org.backprop.runlog.safetensors.Safetensors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class PredictCommandTest {
    @TempDir
    static Path folder;

    private static Backprop backprop;
    private static String digits;
    private static String table;

    @BeforeAll
    static void train() throws Exception {
        backprop = new Backprop(folder);
        TrainingFixture.write(folder);
        assertEquals(0, backprop.run("train", "tiny.nn.yaml", "--epochs", "1").exitCode());
        digits = TrainingFixture.onlyRun(folder).toString();
        StringBuilder rows = new StringBuilder("x,side,y\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i % 2 == 0 ? 100 + i : -100 - i)
                    .append(i % 2 == 0 ? ",right," : ",left,")
                    .append(i)
                    .append('\n');
        }
        Files.writeString(folder.resolve("table.csv"), rows);
        Files.writeString(folder.resolve("table.nn.yaml"), """
                backprop: 1
                data: {csv: {path: table.csv, target: side}, normalize: standardize}
                network: {layers: [{dense: 2}]}
                training: {loss: cross_entropy, epochs: 30, batch_size: 8, optimizer: {adam: {learning_rate: 0.1}}}
                """);
        Backprop.Result trained = backprop.run("train", "table.nn.yaml", "--runs", "tables");
        assertEquals(0, trained.exitCode(), trained.err());
        try (var runs = Files.list(folder.resolve("tables"))) {
            table = runs.findFirst().orElseThrow().toString();
        }
    }

    private static JsonArray samples(String... arguments) throws Exception {
        Backprop.Result result = backprop.run(arguments);
        assertEquals(0, result.exitCode(), result.err());
        return JsonParser.parseString(result.out()).getAsJsonObject().getAsJsonArray("samples");
    }

    @Test
    void rowsOfATableAreScaledAndClassifiedWithOrWithoutTheTarget() throws Exception {
        Files.writeString(folder.resolve("with.csv"), "x,side,y\n150,left,3\n-150,left,3\n");
        JsonArray rows = samples("predict", table, "with.csv", "--json");
        assertEquals(2, rows.size());
        assertEquals("right", rows.get(0).getAsJsonObject().get("class").getAsString());
        assertEquals("left", rows.get(1).getAsJsonObject().get("class").getAsString());
        JsonObject probabilities = rows.get(0).getAsJsonObject().getAsJsonObject("outputs");
        assertEquals(
                1,
                probabilities.get("left").getAsDouble()
                        + probabilities.get("right").getAsDouble(),
                1e-5);
        Files.writeString(folder.resolve("without.csv"), "-150;3\n");
        Backprop.Result result = backprop.run("predict", table, "without.csv");
        assertTrue(result.out().lines().skip(1).findFirst().orElseThrow().matches("\\s*1\\s+left\\s.*"), result.out());
    }

    @Test
    void theFolderOfARunPredictsTheSameWhereNeitherModelNorDataIs() throws Exception {
        Files.writeString(folder.resolve("rows.csv"), "x,side,y\n150,left,3\n-90,left,7\n");
        String expected = backprop.run("predict", table, "rows.csv", "--json").out();
        Path alone = Files.createDirectory(folder.resolve("another place"));
        copy(Path.of(table), alone);
        Path info = alone.resolve("run.json");
        String here = folder.toRealPath().toString();
        String text = Files.readString(info);
        Files.writeString(info, text.replace(folder.toString(), "/nowhere").replace(here, "/nowhere"));
        assertEquals(1, backprop.run("evaluate", alone.toString()).exitCode(), "its data is gone");
        Backprop.Result predicted = backprop.run("predict", alone.toString(), "rows.csv", "--json");
        assertEquals(0, predicted.exitCode(), predicted.err());
        assertEquals(expected, predicted.out());
        Backprop.Result exported = backprop.run("export", alone.toString(), "--format", "onnx", "-o", "alone.onnx");
        assertEquals(0, exported.exitCode(), exported.err());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void aRunOfAnEarlierVersionIsDescribedByItsData() throws Exception {
        Files.writeString(folder.resolve("one row.csv"), "150,3\n");
        Path earlier = Files.createDirectory(folder.resolve("earlier"));
        copy(Path.of(table), earlier);
        Files.delete(earlier.resolve("signature.json"));
        assertEquals(
                samples("predict", table, "one row.csv", "--json"),
                samples("predict", earlier.toString(), "one row.csv", "--json"));
    }

    @Test
    void aPrunedModelFindsItsDataFromItsNewFolder() throws Exception {
        Backprop.Result pruned = backprop.run("prune", table, "--sparsity", "0.25", "-o", "deep/below");
        assertEquals(0, pruned.exitCode(), pruned.err());
        String model = Files.readString(folder.resolve("deep/below/table.nn.yaml"));
        assertTrue(model.contains("path: ../../table.csv"), model);
        assertEquals(0, backprop.run("check", "deep/below/table.nn.yaml").exitCode());
    }

    @Test
    void anImageIsScaledToTheSizeOfTheSamples() throws Exception {
        ImageIO.write(
                new BufferedImage(56, 40, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("a.png").toFile());
        JsonArray one = samples("predict", digits, "a.png", "--json");
        assertEquals(1, one.size());
        assertEquals(10, one.get(0).getAsJsonObject().getAsJsonObject("outputs").size());
    }

    @Test
    void anArrayHasASampleInEachRow() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 784), }";
        bytes.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        bytes.write(header.getBytes(StandardCharsets.US_ASCII));
        bytes.write(
                ByteBuffer.allocate(3 * 784 * 4).order(ByteOrder.LITTLE_ENDIAN).array());
        Files.write(folder.resolve("a.npy"), bytes.toByteArray());
        assertEquals(3, samples("predict", digits, "a.npy", "--json").size());
    }

    @Test
    void aServerDescribesTheNetworkAndAnswersLineByLineUntilItsInputEnds() throws Exception {
        Process server = backprop.piped("predict", table, "--serve");
        try (BufferedReader answers = server.inputReader();
                BufferedWriter requests = server.outputWriter()) {
            JsonObject network = JsonParser.parseString(answers.readLine()).getAsJsonObject();
            assertEquals("[\"x\",\"y\"]", network.getAsJsonArray("columns").toString());
            assertEquals(
                    "[\"left\",\"right\"]", network.getAsJsonArray("classes").toString());
            assertEquals(2, network.getAsJsonArray("example").size());
            requests.write("{\"id\": 1, \"values\": [150, 3]}\n{\"id\": 2, \"values\": [150]}\nno request\n");
            requests.flush();
            JsonObject answer = JsonParser.parseString(answers.readLine()).getAsJsonObject();
            assertEquals("right", answer.get("class").getAsString(), "values are scaled as those of the training");
            assertEquals(1, answer.get("id").getAsInt());
            assertTrue(answers.readLine().contains("the network takes 2 values, not 1"));
            assertTrue(answers.readLine().contains("\"error\""));
            Files.writeString(folder.resolve("one.csv"), "-150,3\n");
            requests.write("{\"id\": 3, \"file\": \""
                    + folder.resolve("one.csv").toUri().getPath() + "\"}\n");
            requests.flush();
            JsonObject file = JsonParser.parseString(answers.readLine()).getAsJsonObject();
            assertEquals("left", file.get("class").getAsString());
            assertEquals(-150, file.getAsJsonArray("values").get(0).getAsDouble(), 1e-3);
        }
        assertTrue(server.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, server.exitValue());
    }

    @Test
    void inputThatDoesNotFitIsExplained() throws Exception {
        refused("no such file", "nowhere.csv");
        Files.writeString(folder.resolve("narrow.csv"), "1,2\n");
        refused("narrow.csv:1: the row has 2 fields, but the network takes 784 features", "narrow.csv");
        Files.writeString(folder.resolve("a.bin"), "1");
        refused("use .csv, .png, .jpg, .npy or .npz", "a.bin");
        Files.writeString(folder.resolve("broken.png"), "no image");
        refused("the image cannot be read", "broken.png");
        assertEquals(2, backprop.run("predict", digits).exitCode());
    }

    private static void refused(String why, String input) throws Exception {
        Backprop.Result result = backprop.run("predict", digits, input);
        assertEquals(1, result.exitCode(), result.err());
        assertTrue(result.err().contains(why), result.err());
        assertFalse(result.err().contains("\tat "), result.err());
    }

    @Test
    void aRunIsExportedAsOnnxAndItsWeightsAsSafetensorsAndCsv() throws Exception {
        assertEquals(
                0,
                backprop.run("export", digits, "--format", "safetensors", "-o", "w.safetensors")
                        .exitCode());
        assertEquals(
                List.of(16L, 784L),
                Safetensors.read(folder.resolve("w.safetensors"))
                        .tensors()
                        .get("hidden.weight")
                        .shape());
        assertEquals(
                0,
                backprop.run("export", digits, "--format", "csv", "-o", "w.csv").exitCode());
        List<String> lines = Files.readAllLines(folder.resolve("w.csv"));
        assertEquals(1 + 785 * 16 + 17 * 10, lines.size());
        assertEquals("tensor,i,j,k,l,value", lines.getFirst());
        assertTrue(lines.get(2).startsWith("hidden.weight,0,1,,,"), lines.get(2));
        Backprop.Result onnx = backprop.run("export", digits, "--format", "onnx", "-o", "w.onnx");
        assertEquals(0, onnx.exitCode(), onnx.err());
        assertTrue(onnx.out().contains("4 tensors"), onnx.out());
        assertTrue(Files.size(folder.resolve("w.onnx")) > 4 * (785 * 16 + 17 * 10));
        Backprop.Result imported = backprop.run("import", "w.onnx", "--out", "imported");
        assertEquals(0, imported.exitCode(), imported.err());
        assertTrue(imported.out().contains("Wrote " + Path.of("imported", "w.nn.yaml")), imported.out());
        assertEquals(
                Files.readAllLines(folder.resolve("imported/w.import.txt")).getFirst(),
                imported.out().lines().findFirst().orElseThrow());
        Backprop.Result again = backprop.run("import", "w.onnx", "--out", "imported");
        assertEquals(1, again.exitCode());
        assertTrue(again.err().contains("w.nn.yaml: exists already"), again.err());
        Backprop.Result unknown = backprop.run("export", digits, "--format", "png", "-o", "w.png");
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("onnx, safetensors, csv"), unknown.err());
        assertEquals(
                1,
                backprop.run("export", "nowhere", "--format", "csv", "-o", "w.csv")
                        .exitCode());
    }
}
