package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.runlog.events.EventWriter;
import org.backprop.runlog.series.Series;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says after its trainer died within a write, and what goes on from there. */
class CrashedRunTest {
    private static final String TAG = "loss/train";

    @TempDir
    private Path temporary;

    private RunFolder folder;

    @BeforeEach
    void recordAFewSteps() throws IOException {
        folder = RunFolder.create(temporary, "xor");
        RunWriter writer = RunWriter.create(folder, Samples.infoOf(new TrainerProcess(1, Samples.START, "elsewhere")));
        record(writer, 1, 5);
        record(writer, 6, 7);
    }

    private static void record(RunWriter writer, int from, int to) throws IOException {
        for (int step = from; step <= to; step++) {
            writer.scalar(TAG, step, step);
        }
        writer.flush();
    }

    private static List<Long> steps(Series series) {
        return IntStream.range(0, series.size()).mapToObj(series::step).toList();
    }

    private List<Long> steps() {
        return steps(RunReader.read(folder.path()).scalar(TAG));
    }

    @Test
    void anEventWriteThatStoppedAtAnyByteLosesOnlyItselfAndTheRunGoesOn() throws IOException {
        Path file = folder.eventFiles().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        for (int length = bytes.length - 90; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            List<Long> left = steps();
            assertTrue(left.size() >= 4 && left.size() <= 7, () -> "left " + left);
            assertEquals(
                    IntStream.rangeClosed(1, left.size())
                            .mapToObj(Long::valueOf)
                            .toList(),
                    left);
            try (RunWriter resumed = RunWriter.resume(folder, Samples.info(), 4)) {
                record(resumed, 4, 6);
            }
            assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), steps(), "after " + length + " bytes");
            for (Path resumed :
                    folder.eventFiles().subList(1, folder.eventFiles().size())) {
                Files.delete(resumed);
            }
        }
    }

    @Test
    void aJournalLineThatStoppedAtAnyByteHarmsNoOther() throws IOException {
        JournalEntry first = JournalEntry.now("me", 1, "pause");
        JournalEntry torn = JournalEntry.now("me", 2, "resume");
        JournalEntry next = JournalEntry.now("me", 3, "stop");
        Path file = folder.journalFile();
        Journal.append(file, first);
        long start = Files.size(file);
        Journal.append(file, torn);
        byte[] bytes = Files.readAllBytes(file);
        for (int length = (int) start; length < bytes.length - 1; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertEquals(List.of(first), Journal.read(file).entries());
            Journal.append(file, next);
            assertEquals(List.of(first, next), Journal.read(file).entries());
        }
    }

    @Test
    void temporaryFilesOfACrashAreGoneWhenTheRunIsTakenUpAgain() throws IOException {
        Files.createDirectory(folder.checkpoints());
        Path info = Files.createFile(folder.path().resolve(".run.json.0-1.tmp"));
        Path state = Files.createFile(folder.checkpoints().resolve(".state.safetensors.0-1.tmp"));
        Path notes = Files.createFile(folder.path().resolve(".notes.json.0-1.tmp"));
        RunWriter.resume(folder, Samples.info(), 8).close();
        assertFalse(Files.exists(info));
        assertFalse(Files.exists(state));
        assertTrue(Files.exists(notes), "the IDE may be about to write it");
    }

    @Test
    void stepsRecordedAfterTheClockWasSetBackSupersedeThoseBefore() throws IOException {
        InstantSource tomorrow = InstantSource.offset(InstantSource.system(), Duration.ofDays(1));
        try (EventWriter events = EventWriter.create(folder.path(), tomorrow)) {
            for (int step = 8; step <= 12; step++) {
                events.scalar(TAG, step, step);
            }
        }
        try (RunWriter resumed = RunWriter.resume(folder, Samples.info(), 10)) {
            record(resumed, 10, 10);
        }
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), steps());
        assertEquals(List.of(10L), RunReader.read(folder.path()).restarts());
    }

    @Test
    void aRunThatEndsBeforeItBeganTookNoTime() {
        RunInfo info = Samples.info();
        assertTrue(info.until(info.start().minusSeconds(60)).isZero());
        assertEquals(60, info.until(info.start().plusSeconds(60)).toSeconds());
    }

    @Test
    void theEndOfARunWhoseFolderIsGoneIsTriedOnce() throws IOException {
        RunWriter writer = RunWriter.create(RunFolder.create(temporary, "gone"), Samples.info());
        Files.move(writer.folder().path(), temporary.resolve("moved"));
        assertThrows(IOException.class, () -> writer.finish(Outcome.FAILED, Optional.of("reason")));
        writer.close();
        assertFalse(Files.exists(writer.folder().path()));
    }

    @Test
    void aRunIsLockedForOneTrainerAtATime() throws IOException {
        try (RunLock first = RunLock.acquire(folder)) {
            assertTrue(first != null);
            RunInUseException refused = assertThrows(RunInUseException.class, () -> RunLock.acquire(folder));
            assertTrue(
                    refused.getMessage()
                            .startsWith(folder.path()
                                    + ": another trainer is at work on this run (process 1 on elsewhere)"),
                    refused.getMessage());
        }
        RunLock.acquire(folder).close();
    }
}
