package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a run whose trainer was ended by a crash in native code. */
class CrashLogTest {
    private static final TrainerProcess SELF = TrainerProcess.current();
    private static final TrainerProcess GONE = new TrainerProcess(4_000_000_017L, SELF.started(), SELF.host());
    private static final String NAME = "hs_err_pid4000000017.log";
    private static final String CRASH = """
            #
            # A fatal error has been detected by the Java Runtime Environment:
            #
            #  SIGSEGV (0xb) at pc=0x00007f34559d3f14 (sent by kill), pid=17, tid=17
            #
            # Problematic frame:
            # C  [libnd4jcpu.so+0x85f14]   gemm
            #
            """;

    @TempDir
    private Path folder;

    private RunFolder run;

    @BeforeEach
    void recordRunOfProcessThatIsGone() throws IOException {
        run = RunFolder.create(folder.resolve("runs"), "xor");
        Samples.infoOf(GONE).write(run.infoFile());
    }

    private void assertExplained(Path log) {
        RunSnapshot snapshot = RunReader.read(run.path());
        assertEquals(Outcome.FAILED, snapshot.outcome());
        String message = snapshot.info().orElseThrow().message().orElseThrow();
        assertTrue(message.contains("native code (SIGSEGV (0xb), C [libnd4jcpu.so+0x85f14] gemm)"), message);
        assertTrue(message.contains("Details are in " + log + ";"), message);
        assertTrue(message.endsWith("There is no checkpoint yet: train again."), message);
    }

    @Test
    void aRunWhoseProcessLeftALogHasFailedWithItsCauseWhereverTheLogIs() throws IOException {
        assertEquals(Outcome.INTERRUPTED, RunReader.read(run.path()).outcome());
        for (Path place : new Path[] {folder, folder.resolve("runs"), run.path()}) {
            Path log = Files.writeString(place.resolve(NAME), CRASH);
            assertExplained(log);
            Files.delete(log);
        }
    }

    @Test
    void theCheckpointIsNamedIfThereIsOne() throws IOException {
        Files.writeString(folder.resolve(NAME), CRASH);
        Files.createFile(Files.createDirectories(run.checkpoints()).resolve("state.safetensors"));
        String message =
                RunReader.read(run.path()).info().orElseThrow().message().orElseThrow();
        assertTrue(message.endsWith("The last checkpoint is kept: resume the run to go on from there."), message);
    }

    @Test
    void theLogOfAnEarlierProcessWithTheSameIdIsNotTaken() throws IOException {
        Path log = Files.writeString(folder.resolve(NAME), CRASH);
        Files.setLastModifiedTime(log, FileTime.from(GONE.started().minus(1, ChronoUnit.MINUTES)));
        assertEquals(Outcome.INTERRUPTED, RunReader.read(run.path()).outcome());
    }

    @Test
    void aRunOfAnotherMachineIsNotExplainedByALogOfThisOne() throws IOException {
        Files.writeString(folder.resolve(NAME), CRASH);
        assertTrue(CrashLog.of(GONE, run.path()).isPresent());
        assertTrue(CrashLog.of(new TrainerProcess(GONE.pid(), GONE.started(), "elsewhere"), run.path())
                .isEmpty());
    }

    @Test
    void memoryThatTheSystemDeniesIsToldFromACrash() throws IOException {
        Files.writeString(folder.resolve(NAME), """
                #
                # There is insufficient memory for the Java Runtime Environment to continue.
                # Native memory allocation (mmap) failed to map 16384 bytes.
                """);
        CrashLog log = CrashLog.of(GONE, run.path()).orElseThrow();
        assertTrue(log.outOfMemory());
        assertTrue(log.message().startsWith("The system gave the trainer no more memory."), log.message());
    }

    @Test
    void whatATrainerHasRecordedItselfIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve(NAME), CRASH);
        RunInfo.read(run.infoFile())
                .ended(Outcome.COMPLETED, Samples.START, Optional.empty())
                .write(run.infoFile());
        assertEquals(Outcome.COMPLETED, RunReader.read(run.path()).outcome());
        assertFalse(new TrainerDeath(GONE.pid(), 134, false).record(run));
    }

    @Test
    void aDeathIsRecordedOnceAndItsLogMovedIntoTheRun() throws IOException {
        Files.writeString(folder.resolve(NAME), CRASH);
        TrainerDeath death = new TrainerDeath(GONE.pid(), 134, false);
        assertTrue(death.record(run));
        assertExplained(run.path().resolve(NAME));
        assertFalse(Files.exists(folder.resolve(NAME)));
        assertFalse(death.record(run));
    }

    @Test
    void aKillIsRecordedWithWhatToDo() throws IOException {
        assertTrue(new TrainerDeath(GONE.pid(), 137, false).record(run));
        String message = RunInfo.read(run.infoFile()).message().orElseThrow();
        assertTrue(message.startsWith("The trainer was killed, most often by the system"), message);
    }
}
