package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.events.EventWriter;
import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.series.Series;
import org.backprop.runlog.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTailTest {
    @TempDir
    private Path runs;

    private RunFolder folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = RunFolder.create(runs, "digits-mlp");
    }

    @Test
    void aSnapshotShowsEverythingThatWasRecorded() throws IOException {
        Histogram histogram = Histogram.of(new float[] {1, 2}, 0, 2, 2);
        JournalEntry stop = JournalEntry.now("ide", 2, "stop");
        try (RunWriter writer = RunWriter.create(folder, Samples.info())) {
            writer.scalar("loss/train", 1, 0.5);
            writer.scalar("loss/train", 2, 0.25);
            writer.histogram("weights/hidden", 2, histogram);
            writer.tensor("mask/hidden", 2, Tensor.bytes(new byte[] {1}, 1));
            writer.journal(stop);
            writer.finish(Outcome.STOPPED, Optional.of("by user"));
        }
        RunSnapshot snapshot = RunReader.read(folder.path());
        assertEquals("digits-mlp", snapshot.name());
        assertEquals(Outcome.STOPPED, snapshot.outcome());
        assertEquals(Optional.of("by user"), snapshot.info().orElseThrow().message());
        assertEquals(0.25f, snapshot.scalar("loss/train").lastValue());
        assertEquals(Optional.of(2L), snapshot.lastStep());
        assertEquals(
                histogram,
                snapshot.histograms().get("weights/hidden").getFirst().value());
        assertEquals(1, snapshot.tensors().get("mask/hidden").value().elements());
        assertEquals(List.of(stop), snapshot.journal());
        assertEquals(List.of(), snapshot.problems());
        assertSame(Series.EMPTY, snapshot.scalar("accuracy/train"));
    }

    @Test
    void pollsFollowARunFromBeforeItsFirstFileToItsEnd() throws IOException {
        RunTail tail = new RunTail(folder.path());
        assertEquals(Outcome.UNKNOWN, tail.poll().outcome());
        RunWriter writer = RunWriter.create(folder, Samples.info());
        RunSnapshot started = tail.poll();
        assertEquals(Outcome.RUNNING, started.outcome());
        assertSame(started, tail.poll());
        writer.scalar("loss/train", 1, 1);
        writer.flush();
        RunSnapshot first = tail.poll();
        assertNotSame(started, first);
        writer.scalar("loss/train", 2, 2);
        writer.flush();
        assertEquals(2, tail.poll().scalar("loss/train").size());
        assertEquals(1, first.scalar("loss/train").size());
        writer.finish(Outcome.COMPLETED, Optional.empty());
        assertEquals(Outcome.COMPLETED, tail.poll().outcome());
        assertThrows(IllegalStateException.class, () -> writer.finish(Outcome.COMPLETED, Optional.empty()));
    }

    @Test
    void aRunIsPausedUntilItGoesOnOrHasEnded() throws IOException {
        try (RunWriter writer = RunWriter.create(folder, Samples.info())) {
            RunTail tail = new RunTail(folder.path());
            record(writer, 5);
            assertFalse(tail.poll().isPaused());
            writer.journal(JournalEntry.now("me", 5, "pause"));
            assertTrue(tail.poll().isPaused());
            writer.journal(JournalEntry.now("me", 5, "step"));
            record(writer, 6);
            assertTrue(tail.poll().isPaused());
            writer.journal(JournalEntry.now("me", 6, "resume"));
            assertFalse(tail.poll().isPaused());
            writer.journal(JournalEntry.now("me", 6, "pause"));
            assertTrue(tail.poll().isPaused());
            record(writer, 8); // resumed after a crash, so without a word in the journal
            assertFalse(tail.poll().isPaused());
            writer.journal(JournalEntry.now("me", 8, "pause"));
            writer.finish(Outcome.STOPPED, Optional.empty());
            assertFalse(tail.poll().isPaused());
        }
    }

    private static void record(RunWriter writer, long step) throws IOException {
        writer.scalar("loss/train", step, 1);
        writer.flush();
    }

    @Test
    void aSnapshotOfALongFileSaysHowMuchOfItIsRead() throws IOException {
        try (RunWriter writer = RunWriter.create(folder, Samples.info())) {
            for (int step = 1; step <= 1000; step++) {
                writer.scalar("loss/train", step, 1);
            }
        }
        RunTail tail = new RunTail(folder.path());
        double share = tail.poll(() -> true).readShare();
        assertTrue(share > 0 && share < 0.5, () -> "share " + share);
        assertEquals(1, tail.poll().readShare());
    }

    @Test
    void aSnapshotKnowsWhereTheTrainingWasResumed() throws IOException {
        RunWriter first = RunWriter.create(folder, Samples.info());
        record(first, 10);
        first.finish(Outcome.STOPPED, Optional.empty());
        assertEquals(List.of(), RunReader.read(folder.path()).restarts());
        RunInfo info = first.info()
                .resumed(
                        first.info().configuration(),
                        first.info().environment(),
                        first.info().plan());
        try (RunWriter second = RunWriter.resume(folder, info, 6)) {
            record(second, 6);
            assertEquals(List.of(6L), RunReader.read(folder.path()).restarts());
        }
    }

    @Test
    void closingWithoutAnOutcomeRecordsAFailure() throws IOException {
        RunWriter.create(folder, Samples.info()).close();
        assertEquals(Outcome.FAILED, RunReader.read(folder.path()).outcome());
    }

    @Test
    void aResumedRunSupersedesWhatWasRecordedAfterItsCheckpoint() throws IOException {
        RunWriter first = RunWriter.create(folder, Samples.info());
        for (int step = 1; step <= 10; step++) {
            first.scalar("loss/train", step, step);
        }
        first.scalar("accuracy/validation", 10, 0.9);
        first.finish(Outcome.STOPPED, Optional.empty());
        RunTail tail = new RunTail(folder.path());
        tail.poll();
        RunInfo info = first.info()
                .resumed(
                        first.info().configuration(),
                        first.info().environment(),
                        first.info().plan());
        try (RunWriter second = RunWriter.resume(folder, info, 6)) {
            second.scalar("loss/train", 6, 60);
            second.flush();
            RunSnapshot snapshot = tail.poll();
            assertEquals(6, snapshot.scalar("loss/train").size());
            assertEquals(60, snapshot.scalar("loss/train").lastValue());
            assertTrue(snapshot.scalar("accuracy/validation").isEmpty());
            assertEquals(Outcome.RUNNING, snapshot.outcome());
        }
    }

    @Test
    void aRunWhoseProcessIsGoneIsInterrupted() throws IOException {
        TrainerProcess self = TrainerProcess.current();
        Samples.infoOf(self).write(folder.infoFile());
        assertEquals(Outcome.RUNNING, RunReader.read(folder.path()).outcome());
        TrainerProcess reusedPid = new TrainerProcess(self.pid(), self.started().minusSeconds(60), self.host());
        Samples.infoOf(reusedPid).write(folder.infoFile());
        assertEquals(Outcome.INTERRUPTED, RunReader.read(folder.path()).outcome());
        TrainerProcess gone = new TrainerProcess(Long.MAX_VALUE, self.started(), self.host());
        Samples.infoOf(gone).write(folder.infoFile());
        assertEquals(Outcome.INTERRUPTED, RunReader.read(folder.path()).outcome());
    }

    @Test
    void aRunOfAnotherMachineIsRunningAsLongAsItsFolderChanges() throws IOException {
        Samples.infoOf(new TrainerProcess(1, Samples.START, "another machine")).write(folder.infoFile());
        assertEquals(Outcome.RUNNING, RunReader.read(folder.path()).outcome());
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(2));
        assertEquals(
                Outcome.INTERRUPTED, new RunTail(folder.path(), later).poll().outcome());
    }

    @Test
    void aFolderOfAnotherToolIsARunNamedAfterIt() throws IOException {
        try (EventWriter writer = EventWriter.create(folder.path())) {
            writer.scalar("Loss/train", 3, 0.5f);
        }
        RunSnapshot snapshot = RunReader.read(folder.path());
        assertEquals(folder.name(), snapshot.name());
        assertTrue(snapshot.info().isEmpty());
        assertEquals(0.5f, snapshot.scalar("Loss/train").lastValue());
        assertEquals(Outcome.RUNNING, snapshot.outcome());
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(2));
        assertEquals(Outcome.UNKNOWN, new RunTail(folder.path(), later).poll().outcome());
    }

    @Test
    void aTornRecordIsReportedOnceTheRunHasEnded() throws IOException {
        RunWriter writer = RunWriter.create(folder, Samples.info());
        Path events = folder.eventFiles().getFirst();
        long offset = Files.size(events);
        Files.write(events, new byte[5], StandardOpenOption.APPEND);
        RunTail tail = new RunTail(folder.path());
        assertEquals(List.of(), tail.poll().problems());
        writer.info().ended(Outcome.FAILED, Instant.now(), Optional.empty()).write(folder.infoFile());
        assertEquals(offset, tail.poll().problems().getFirst().offset());
        assertEquals(events, tail.poll().problems().getFirst().file());
    }

    @Test
    void aDamagedHeaderIsReportedEvenWhileTheRunGoesOn() throws IOException {
        RunWriter.create(folder, Samples.info());
        Files.write(folder.eventFiles().getFirst(), new byte[50], StandardOpenOption.APPEND);
        assertEquals(1, RunReader.read(folder.path()).problems().size());
    }

    @Test
    void brokenFilesAreProblemsNotExceptions() throws IOException {
        Files.writeString(folder.infoFile(), "{");
        Files.writeString(folder.journalFile(), "?\n");
        RunTail tail = new RunTail(folder.path());
        RunSnapshot broken = tail.poll();
        assertEquals(2, broken.problems().size());
        assertTrue(broken.problems().getFirst().message().contains("not valid JSON"));
        Samples.info().write(folder.infoFile());
        assertEquals(1, tail.poll().problems().size());
    }

    @Test
    void aMissingFolderIsAProblemUntilItAppears() throws IOException {
        Path late = runs.resolve("late");
        RunTail tail = new RunTail(late);
        RunSnapshot absent = tail.poll();
        assertEquals(1, absent.problems().size());
        assertSame(absent, tail.poll());
        Files.createDirectory(late);
        assertEquals(List.of(), tail.poll().problems());
    }

    @Test
    void memoryDoesNotGrowWithTheLengthOfACurve() throws IOException {
        int points = 1_000_000;
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        try (RunWriter writer = RunWriter.create(folder, Samples.info())) {
            for (int step = 0; step < points; step++) {
                writer.scalar("loss/train", step, step == 5000 ? -1 : step);
            }
            writer.flush();
            RunTail tail = new RunTail(folder.path());
            Series loss = tail.poll().scalar("loss/train");
            assertTrue(loss.size() < 5000, loss.size() + " points");
            assertEquals(-1, loss.minimum());
            assertEquals(points - 1, loss.lastValue());
            writer.scalar("loss/train", points, 1);
            writer.flush();
            long before = threads.getCurrentThreadAllocatedBytes();
            assertEquals(1, tail.poll().scalar("loss/train").lastValue());
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < 300_000, allocated + " bytes for one new point");
            assertEquals(
                    points + 1,
                    RunReader.read(folder.path()).scalar("loss/train").size(),
                    "who reads once gets every point");
        }
    }

    @Test
    void aLongFileIsReadInPartsThatGoOnWhereTheOneBeforeEnded() throws IOException {
        try (RunWriter writer = RunWriter.create(folder, Samples.info())) {
            for (int step = 0; step < 2000; step++) {
                writer.scalar("loss/train", step, step);
            }
            writer.flush();
            RunTail tail = new RunTail(folder.path());
            int parts = 0;
            long last = -1;
            do {
                Series loss = tail.poll(() -> true).scalar("loss/train");
                assertTrue(loss.lastStep() > last);
                last = loss.lastStep();
                parts++;
            } while (tail.isBehind());
            assertEquals(1999, last);
            assertTrue(parts > 10, parts + " parts");
        }
    }
}
