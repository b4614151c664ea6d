package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.series.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that other tools wrote, see write_foreign.py beside them. */
class ForeignRunsTest {
    @ParameterizedTest
    @ValueSource(strings = {"torch", "tensorboardx"})
    void scalarsAndHistogramsOfASummaryWriterAreThereAndTextIsNoProblem(String tool) throws Exception {
        RunSnapshot run = RunReader.read(folder(tool));
        assertEquals(List.of(), run.problems());
        Series loss = run.scalar("Loss/train");
        assertEquals(20, loss.size());
        for (int i = 0; i < 20; i++) {
            assertEquals(i + 1, loss.step(i));
            assertEquals(1f / (i + 1), loss.value(i));
        }
        assertEquals(0.95f, run.scalar("Accuracy/validation").lastValue());
        Histogram weights = run.histograms().get("weights").getLast().value();
        assertEquals(101, weights.count());
        assertEquals(-1, weights.min());
        assertEquals(1, weights.max());
    }

    @Test
    void scalarsThatPyTorchWroteAsTensorsAreCurves() throws Exception {
        Series series = RunReader.read(folder("torch")).scalar("new_style");
        assertEquals(20, series.size());
        assertEquals(40, series.lastValue());
    }

    @Test
    void curvesOfKerasAreThereThoughItWritesThemAsTensors() throws Exception {
        RunSnapshot train = RunReader.read(folder("keras/train"));
        assertEquals(List.of(), train.problems());
        Series loss = train.scalar("epoch_loss");
        assertEquals(5, loss.size());
        assertTrue(loss.lastValue() < loss.value(0));
        assertEquals(0.1f, train.scalar("epoch_learning_rate").lastValue());
        Series validation = RunReader.read(folder("keras/validation")).scalar("epoch_loss");
        assertEquals(5, validation.size());
    }

    @Test
    void histogramsOfKerasAreThere() throws Exception {
        RunSnapshot train = RunReader.read(folder("keras/train"));
        assertEquals(2, train.histograms().size());
        train.histograms().values().forEach(list -> assertEquals(5, list.size()));
    }

    @Test
    void bothPartsOfAKerasRunAreFound() throws Exception {
        List<String> found = RunFolder.list(folder("keras")).stream()
                .map(run -> run.path().getFileName().toString())
                .sorted()
                .toList();
        assertEquals(List.of("train", "validation"), found);
    }

    private static Path folder(String name) throws URISyntaxException, IOException {
        Path folder = Path.of(ForeignRunsTest.class
                .getResource("/org/backprop/runlog/foreign/" + name)
                .toURI());
        assertTrue(Files.isDirectory(folder));
        return folder;
    }
}
