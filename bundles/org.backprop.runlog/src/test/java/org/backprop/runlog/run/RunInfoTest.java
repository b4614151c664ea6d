package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunInfoTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("run.json");
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        RunInfo running = Samples.info();
        running.write(file);
        assertEquals(running, RunInfo.read(file));
        RunInfo failed = running.ended(Outcome.FAILED, Instant.now(), Optional.of("loss is NaN in \"hidden\""));
        failed.write(file);
        assertEquals(failed, RunInfo.read(file));
    }

    @Test
    void theModelTextIsHashed() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                ModelSource.of("m.nn.yaml", "abc").sha256());
    }

    @Test
    void aResumedRunIsRunningInThisProcess() {
        RunInfo info = Samples.infoOf(new TrainerProcess(1, Samples.START, "elsewhere"));
        RunInfo resumed = info.ended(Outcome.STOPPED, Samples.START, Optional.of("by user"))
                .resumed(info.configuration(), info.environment(), info.plan());
        assertEquals(Outcome.RUNNING, resumed.outcome());
        assertEquals(TrainerProcess.current(), resumed.process());
        assertEquals(Samples.START, resumed.start());
        assertTrue(resumed.end().isEmpty() && resumed.message().isEmpty());
    }

    @Test
    void impossibleStatesAreRefused() {
        RunInfo info = Samples.info();
        assertThrows(
                IllegalArgumentException.class, () -> info.ended(Outcome.INTERRUPTED, Samples.START, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class, () -> info.ended(Outcome.RUNNING, Samples.START, Optional.empty()));
    }

    @Test
    void aConfigurationThatJsonCannotSayIsRefusedAndTheOldFileKept() throws IOException {
        RunInfo info = Samples.info();
        info.write(file);
        RunInfo bad =
                RunInfo.starting("x", info.model(), Map.of("rate", Double.NaN), 1, info.environment(), info.plan());
        assertThrows(IllegalArgumentException.class, () -> bad.write(file));
        assertEquals(info, RunInfo.read(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    "format": 1            | "format": 2               | "format" 2 is newer
                    "seed": 42             | "seed": "42"              | "seed" must be a whole number
                    "seed": 42             | "seeds": 42               | "seed" is missing
                    "epochs": 10,          | "epochs": -1,             | "plan.epochs" must be from 0
                    "threads": 2           | "threads": 1e99           | "environment.threads" must be a whole number
                    "outcome": "RUNNING"   | "outcome": "INTERRUPTED"  | "outcome" must be
                    "outcome": "RUNNING"   | "outcome": "COMPLETED"    | outcome COMPLETED with end
                    2030-01-31T12          | yesterday                 | "start" must be an instant
                    "file":                | "file"                    | not valid JSON
                    "java": "25"           | "java": 25                | "environment.versions.java" must be a string
                    """)
    void aBrokenFileIsExplained(String intact, String broken, String fault) throws IOException {
        Samples.infoOf(TrainerProcess.current()).write(file);
        String text = Files.readString(file);
        assertTrue(text.contains(intact), text);
        Files.writeString(file, text.replace(intact, broken));
        IOException error = assertThrows(IOException.class, () -> RunInfo.read(file));
        assertTrue(error.getMessage().startsWith(file + ": "), error.getMessage());
        assertTrue(error.getMessage().contains(fault), error.getMessage());
    }

    @Test
    void damagedFilesGiveADescriptionOrADeclaredException() throws IOException {
        Samples.info().write(file);
        byte[] intact = Files.readAllBytes(file);
        Random random = new Random(11);
        int rejected = 0;
        for (int trial = 0; trial < 500; trial++) {
            byte[] bytes = intact.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Files.write(file, bytes);
            try {
                RunInfo.read(file);
            } catch (IOException declared) {
                rejected++;
            }
        }
        assertTrue(rejected > 50, rejected + " rejected");
    }

    @Test
    void aNumberBeyondAllBoundsInTheConfigurationIsADeclaredException() throws IOException {
        Samples.info().write(file);
        Files.writeString(file, Files.readString(file).replace("0.001", "1e999999999"));
        assertThrows(IOException.class, () -> RunInfo.read(file));
    }

    @Test
    void plannedStepsDoNotOverflow() {
        assertEquals(9380, new Plan(10, 938, 1).steps());
        assertEquals(Long.MAX_VALUE, new Plan(3, Long.MAX_VALUE, 1).steps());
        assertEquals(0, new Plan(0, 5, 1).steps());
    }
}
