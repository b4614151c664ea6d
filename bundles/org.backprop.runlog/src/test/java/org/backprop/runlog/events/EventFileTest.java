package org.backprop.runlog.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.backprop.runlog.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2030-01-31T12:00:00.5Z"));

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Histogram histogram = Histogram.of(new float[] {-1, 0, 1, 3}, 0, 4, 4);
        Tensor mask = Tensor.bytes(new byte[] {1, 0, 1, 1, 0, 0}, 2, 3);
        Path file;
        try (EventWriter writer = EventWriter.create(folder, NOON)) {
            file = writer.file();
            writer.scalar("loss/train", 7, 0.25f);
            writer.histogram("weights/hidden", 7, histogram);
            writer.tensor("mask/hidden", 7, mask);
            writer.scalar("loss/train", 8, Float.NaN);
        }
        double time = NOON.millis() / 1000.0;
        EventReader reader = new EventReader(file);
        assertEquals(
                List.of(
                        new Event(time, 0, false, List.of()),
                        new Event(
                                time,
                                7,
                                false,
                                List.of(
                                        new Value.Scalar("loss/train", 0.25f),
                                        new Value.Distribution("weights/hidden", histogram),
                                        new Value.Array("mask/hidden", EventWriter.PLUGIN, mask))),
                        new Event(time, 8, false, List.of(new Value.Scalar("loss/train", Float.NaN)))),
                reader.poll());
        assertEquals(List.of(), reader.problems());
        assertTrue(reader.waiting().isEmpty());
        assertEquals(Files.size(file), reader.position());
    }

    @Test
    void theFileNameTellsSecondsHostProcessAndNumber() throws IOException {
        try (EventWriter first = EventWriter.create(folder, NOON);
                EventWriter second = EventWriter.create(folder, NOON)) {
            String name = first.file().getFileName().toString();
            long pid = ProcessHandle.current().pid();
            assertTrue(name.matches("events\\.out\\.tfevents\\.1896091200\\.[A-Za-z0-9_.-]+\\." + pid + "\\.0"), name);
            assertNotEquals(first.file(), second.file());
        }
    }

    @Test
    void valuesAppearInTheFileWithTheFlush() throws IOException {
        try (EventWriter writer = EventWriter.create(folder)) {
            EventReader reader = new EventReader(writer.file());
            assertEquals(1, reader.poll().size());
            writer.scalar("a", 1, 1);
            assertEquals(0, reader.poll().size());
            writer.flush();
            assertEquals(1, reader.poll().size());
            writer.scalar("a", 1, 2);
            writer.flush();
            assertEquals(
                    List.of(new Value.Scalar("a", 2)), reader.poll().getFirst().values());
        }
    }

    @Test
    void aLongTrainingReachesTheFileWithoutAnyFlush() throws IOException {
        try (EventWriter writer = EventWriter.create(folder)) {
            for (int step = 0; step < 50_000; step++) {
                writer.scalar("loss/train", step, step);
            }
            assertTrue(new EventReader(writer.file()).poll().size() > 10_000);
        }
    }

    @Test
    void manyValuesOfOneStepAreSplitIntoRecordsOfReadableSize() throws IOException {
        Path file;
        try (EventWriter writer = EventWriter.create(folder)) {
            file = writer.file();
            for (int i = 0; i < 100_000; i++) {
                writer.scalar("loss/train", 1, i);
            }
        }
        List<Event> events = new EventReader(file).poll();
        assertTrue(events.size() > 2);
        assertEquals(
                100_000,
                events.stream().mapToInt(event -> event.values().size()).sum());
    }

    @Test
    void aScalarCostsNoAllocationInSteadyState() throws IOException {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        try (EventWriter writer = EventWriter.create(folder)) {
            int steps = 100_000;
            record(writer, 0, steps);
            long before = threads.getCurrentThreadAllocatedBytes();
            record(writer, steps, steps);
            long perStep = (threads.getCurrentThreadAllocatedBytes() - before) / steps;
            assertTrue(perStep < 128, perStep + " bytes a step of three scalars");
        }
    }

    private static void record(EventWriter writer, int from, int steps) throws IOException {
        for (int step = from; step < from + steps; step++) {
            writer.scalar("loss/train", step, 1f);
            writer.scalar("learning_rate", step, 2f);
            writer.scalar("gradient_norm/hidden", step, 3f);
        }
        writer.flush();
    }

    @Test
    void aSessionStartIsMarked() throws IOException {
        try (EventWriter writer = EventWriter.create(folder, NOON)) {
            writer.sessionStart(500);
            writer.flush();
            Event start = new EventReader(writer.file()).poll().getLast();
            assertEquals(new Event(NOON.millis() / 1000.0, 500, true, List.of()), start);
        }
    }

    @Test
    void aTensorThatNoReaderWouldTakeIsRefused() throws IOException {
        try (EventWriter writer = EventWriter.create(folder)) {
            Tensor large = Tensor.bytes(new byte[(32 << 20) + 1], (32 << 20) + 1);
            assertThrows(IllegalArgumentException.class, () -> writer.tensor("mask", 1, large));
        }
    }
}
