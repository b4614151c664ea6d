package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.backprop.engine.Prediction;
import org.backprop.engine.TrainedNetwork;
import org.backprop.engine.Training;
import org.backprop.engine.data.DataException;
import org.backprop.engine.run.Versions;
import org.backprop.runlog.report.PredictionSnippet;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine in a Java program. */
class JavaProgramTest {
    private static final Path CHECKOUT =
            Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path SAMPLES = CHECKOUT.resolve("bundles/org.backprop.samples");
    private static final String WEIGHTS = "checkpoints/weights.safetensors";

    @TempDir
    private Path folder;

    @BeforeEach
    void copySample() throws IOException {
        for (String file : List.of("xor.nn.yaml", "xor.csv")) {
            Files.copy(SAMPLES.resolve("xor").resolve(file), folder.resolve(file));
        }
    }

    @Test
    void theLinesInTheReadmeCompileAndPredict() throws Exception {
        Path source = Files.writeString(folder.resolve("Xor.java"), fenced("java"));
        Backprop.Result result = new Backprop(folder).program(source);
        assertEquals(0, result.exitCode(), result.err());
        List<String> lines = result.out().lines().toList();
        assertEquals(List.of("1", "4"), List.of(lines.getFirst(), lines.getLast()), result.out());
        assertTrue(lines.get(1).matches("\\{0=0\\.9.*, 1=.*}"), result.out());
    }

    @Test
    void theReadmeNamesTheVersionsThatAreBuilt() throws IOException {
        String xml = fenced("xml");
        Map<String, String> versions = Versions.all();
        List<String> named = new ArrayList<>();
        Matcher version = Pattern.compile("<version>(.*)</version>").matcher(xml);
        while (version.find()) {
            named.add(version.group(1));
        }
        assertEquals(List.of(versions.get("backprop"), versions.get("nd4j")), named);
    }

    @Test
    void aProgramTrainsTheSameWeightsAsTheCommandLine() throws Exception {
        Backprop.Result result = new Backprop(folder).run("train", "xor.nn.yaml", "--epochs", "20");
        assertEquals(0, result.exitCode(), result.err());
        List<Integer> epochs = new ArrayList<>();
        Path run = Training.of(folder.resolve("xor.nn.yaml"))
                .set("training.epochs", 20)
                .runs(folder.resolve("own"))
                .onEpoch(epoch -> epochs.add(epoch.epoch()))
                .run();
        assertEquals(20, epochs.size());
        assertEquals(Outcome.COMPLETED, RunReader.read(run).outcome());
        assertArrayEquals(
                Files.readAllBytes(TrainingFixture.onlyRun(folder).resolve(WEIGHTS)),
                Files.readAllBytes(run.resolve(WEIGHTS)));
    }

    @Test
    void aModelFileWithWeightsPredictsAsTheRunThatTheyAreOf() throws Exception {
        Path run = train(5);
        String text = Files.readString(folder.resolve("xor.nn.yaml"));
        Path model = Files.writeString(
                folder.resolve("trained.nn.yaml"),
                text.replace("network:\n", "network:\n  weights: " + run.resolve(WEIGHTS) + "\n"));
        Prediction expected = TrainedNetwork.load(run).predict(1, 0);
        assertEquals(expected, TrainedNetwork.load(model).predict(1, 0));
        DataException untrained =
                assertThrows(DataException.class, () -> TrainedNetwork.load(folder.resolve("xor.nn.yaml")));
        assertTrue(untrained.getMessage().contains("train it first"), untrained.getMessage());
    }

    @Test
    void theSnippetOfARunRunsWhereverItsFolderIsAndWithoutItsData() throws Exception {
        Path project = Files.createDirectory(folder.resolve("Größe \\u {x}"));
        Files.copy(folder.resolve("xor.csv"), project.resolve("xor.csv"));
        Path model = Files.copy(folder.resolve("xor.nn.yaml"), project.resolve("xor.nn.yaml"));
        Path run = Training.of(model).set("training.epochs", 150).runs(project).run();
        RunInfo info = RunReader.read(run).info().orElseThrow();
        Files.delete(project.resolve("xor.csv"));
        String snippet = PredictionSnippet.of(run, info).text();
        assertTrue(snippet.contains("new float[2]; // one sample of shape [2]"), snippet);
        assertTrue(snippet.contains("// the class, one of: 0, 1\n"), snippet);
        Backprop.Result result =
                new Backprop(folder).program(Files.writeString(folder.resolve("Predict.java"), snippet));
        assertEquals(0, result.exitCode(), result.err());
        assertEquals("0", result.out().lines().findFirst().orElseThrow());
    }

    @Test
    void aSampleOfTheWrongSizeIsRefusedWithBothSizes() throws Exception {
        TrainedNetwork network = TrainedNetwork.load(train(1));
        assertEquals(List.of(2), network.shape());
        assertEquals(List.of("0", "1"), network.classes());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> network.predict(1, 2, 3));
        assertEquals("the network takes 2 values, not 3", refused.getMessage());
    }

    @Test
    void anErrorInTheModelNamesFileLineAndColumn() throws Exception {
        Path broken = Files.writeString(
                folder.resolve("broken.nn.yaml"),
                Files.readString(folder.resolve("xor.nn.yaml")).replace("units: 8", "unitz: 8"));
        DataException refused =
                assertThrows(DataException.class, () -> Training.of(broken).run());
        assertTrue(refused.getMessage().startsWith(broken + ":12:"), refused.getMessage());
        assertTrue(refused.getMessage().contains("units"), refused.getMessage());
    }

    @Test
    void aProgramThatThrowsWhileItFollowsLeavesARunThatSaysSo() throws Exception {
        Training training = Training.of(folder.resolve("xor.nn.yaml"))
                .runs(folder.resolve("runs"))
                .onEpoch(epoch -> {
                    throw new IllegalStateException("no more");
                });
        assertThrows(IllegalStateException.class, training::run);
        var run = RunReader.read(TrainingFixture.onlyRun(folder));
        assertEquals(Outcome.FAILED, run.outcome());
        assertEquals("no more", run.info().orElseThrow().message().orElseThrow());
    }

    private Path train(int epochs) throws Exception {
        return Training.of(folder.resolve("xor.nn.yaml"))
                .set("training.epochs", epochs)
                .runs(folder.resolve("runs"))
                .run();
    }

    /** The first block of a language in the README. */
    private static String fenced(String language) throws IOException {
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(Files.readString(CHECKOUT.resolve("README.md")));
        assertTrue(block.find(), "the README has no block of " + language);
        return block.group(1);
    }
}
