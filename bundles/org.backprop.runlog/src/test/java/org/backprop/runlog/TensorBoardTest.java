package org.backprop.runlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.backprop.runlog.events.EventWriter;
import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Our event files against TensorBoard itself. */
class TensorBoardTest {
    @TempDir
    private Path temporary;

    private Path run;

    @BeforeEach
    void needsTensorBoard() throws Exception {
        Python.assumeImports(temporary, "tensorboard", "numpy");
        run = Files.createDirectory(temporary.resolve("run"));
    }

    @Test
    void tensorBoardReadsWhatWeWrite() throws Exception {
        Histogram histogram = Histogram.of(new float[] {-1, 0, 0.5f, 3}, 0, 4, 4);
        InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(1_900_000_000_250L));
        try (EventWriter writer = EventWriter.create(run, clock)) {
            for (int step = 0; step < 1000; step++) {
                writer.scalar("loss/train", step, 1f / (step + 1));
                writer.scalar("learning_rate", step, 0.001f);
            }
            writer.histogram("weights/hidden", 999, histogram);
            writer.tensor("mask/hidden", 999, Tensor.bytes(new byte[] {1, 0, 1, 1, 0, 0}, 2, 3));
        }
        JsonObject read = Python.json(temporary, "read_events.py", run);
        JsonArray loss = read.getAsJsonObject("scalars").getAsJsonArray("loss/train");
        assertEquals(1000, loss.size());
        for (int step = 0; step < 1000; step++) {
            JsonArray point = loss.get(step).getAsJsonArray();
            assertEquals(step, point.get(0).getAsLong());
            assertEquals(1_900_000_000.25, point.get(1).getAsDouble());
            assertEquals(1f / (step + 1), point.get(2).getAsFloat());
        }
        assertEquals(
                "[[999,-1.0,3.0,4.0,2.5,10.25,[0.0,1.0,2.0,3.0],[1.0,2.0,0.0,1.0]]]",
                read.getAsJsonObject("histograms").get("weights/hidden").toString());
        assertEquals(
                "[[999,4,[2,3],[1,0,1,1,0,0]]]",
                read.getAsJsonObject("tensors").get("mask/hidden").toString());
    }

    @Test
    void aSessionStartMakesTensorBoardDropWhatItSupersedes() throws Exception {
        try (EventWriter first = EventWriter.create(run);
                EventWriter second = EventWriter.create(run)) {
            first.scalar("loss/train", 1, 1);
            first.scalar("loss/train", 2, 2);
            second.sessionStart(2);
            second.scalar("loss/train", 2, 20);
        }
        JsonArray loss = Python.json(temporary, "read_events.py", run)
                .getAsJsonObject("scalars")
                .getAsJsonArray("loss/train");
        assertEquals(2, loss.size());
        assertEquals(20, loss.get(1).getAsJsonArray().get(2).getAsInt());
    }

    @Test
    void weReadWhatTensorBoardWrites() throws Exception {
        Python.run(temporary, "write_events.py", run);
        RunSnapshot snapshot = RunReader.read(run);
        assertEquals(List.of(), snapshot.problems());
        assertEquals(Set.of("old/loss", "new/loss"), snapshot.scalars().keySet());
        assertEquals(3, snapshot.scalar("old/loss").size());
        assertEquals(2.25f, snapshot.scalar("new/loss").lastValue());
        assertEquals(102.0, snapshot.scalar("new/loss").wallTime(2));
        Recorded<Histogram> old = snapshot.histograms().get("old/weights").getLast();
        assertEquals(new Histogram(0, 2, 3, 4, 6, new double[] {1, 2}, new double[] {1, 2}), old.value());
        assertFalse(snapshot.histograms().get("new/weights").isEmpty());
        assertEquals(
                4, snapshot.histograms().get("new/weights").getLast().value().count());
    }
}
