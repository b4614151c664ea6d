package org.backprop.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.backprop.engine.run.Checkpoints;
import org.backprop.model.Analysis;
import org.backprop.model.ModelReader;
import org.backprop.model.ModelWriter;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of earlier versions, which are never changed: a folder for each version, with a model file that says all that this
 * version knew, and a run of it. How they were made stands in {@code frozen/README.md}.
 */
class FrozenFormatsTest {

    @TempDir
    Path folder;

    static List<Path> versions() throws IOException, URISyntaxException {
        Path frozen = Path.of(FrozenFormatsTest.class.getResource("frozen").toURI());
        try (Stream<Path> found = Files.list(frozen)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Properties expected(Path version) throws IOException {
        Properties expected = new Properties();
        try (var reader = Files.newBufferedReader(version.resolve("expected.properties"), StandardCharsets.UTF_8)) {
            expected.load(reader);
        }
        return expected;
    }

    private static Path run(Path version) {
        return version.resolve("run");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aModelFileOfAnEarlierVersionMeansTheSame(Path version) throws IOException {
        try (Stream<Path> models = Files.list(version.resolve("models"))) {
            for (Path file : models.toList()) {
                Analysis analysis = ModelReader.read(file.getFileName().toString(), Files.readString(file));
                assertFalse(analysis.hasErrors(), () -> analysis.problems().toString());
                assertTrue(!ModelWriter.resolved(analysis.model().orElseThrow()).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aRunOfAnEarlierVersionOpensWithAllThatItRecorded(Path version) throws IOException {
        Properties expected = expected(version);
        RunSnapshot run = RunReader.read(run(version));
        assertEquals(List.of(), run.problems());
        assertEquals(Outcome.valueOf(expected.getProperty("outcome")), run.outcome());
        assertEquals(
                expected.getProperty("tags"),
                String.join(" ", run.scalars().keySet().stream().sorted().toList()));
        assertEquals(
                expected.getProperty("loss"),
                Float.toString(run.scalar("loss/train").lastValue()));
        assertEquals(
                expected.getProperty("histograms"),
                Integer.toString(run.histograms().size()));
        assertEquals(
                expected.getProperty("arrays"), Integer.toString(run.tensors().size()));
        assertEquals(
                expected.getProperty("journal"), Integer.toString(run.journal().size()));
        assertEquals(expected.getProperty("notes"), run.notes().text());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aTrainingOfAnEarlierVersionGoesOnFromItsCheckpoint(Path version) throws Exception {
        Path run = folder.resolve("run");
        copy(run(version), run);
        long step = new Checkpoints(new RunFolder(run)).load().step();
        assertEquals(expected(version).getProperty("step"), Long.toString(step));
        Backprop.Result resumed = new Backprop(folder)
                .run(
                        "train",
                        "--resume",
                        run.toString(),
                        "--epochs",
                        expected(version).getProperty("epochs"));
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertEquals(Outcome.COMPLETED, RunReader.read(run).outcome());
        assertTrue(new Checkpoints(new RunFolder(run)).load().step() > step);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
