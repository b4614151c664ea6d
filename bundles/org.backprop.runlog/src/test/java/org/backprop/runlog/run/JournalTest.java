package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final JournalEntry STOP = JournalEntry.now("ide", 10, "stop");
    private static final JournalEntry RATE = new JournalEntry(
            Samples.START, "user \"a\"\n", 5, "learning_rate", Optional.of("0.1"), Optional.of("0.01"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("journal.jsonl");
    }

    @Test
    void entriesAreReadInTheOrderOfWriting() throws IOException {
        Journal.append(file, RATE);
        Journal.append(file, STOP);
        assertEquals(new Journal(List.of(RATE, STOP), List.of()), Journal.read(file));
        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    void aBrokenLineIsReportedAndTheOthersAreRead() throws IOException {
        Journal.append(file, RATE);
        long offset = Files.size(file);
        Files.writeString(file, "{\"time\":\"noon\"}\n", StandardOpenOption.APPEND);
        Journal.append(file, STOP);
        Journal journal = Journal.read(file);
        assertEquals(List.of(RATE, STOP), journal.entries());
        assertEquals(offset, journal.problems().getFirst().offset());
    }

    @Test
    void aLineThatIsStillBeingWrittenIsLeftOut() throws IOException {
        Journal.append(file, RATE);
        Files.writeString(file, "{\"time\":", StandardOpenOption.APPEND);
        assertEquals(new Journal(List.of(RATE), List.of()), Journal.read(file));
    }

    @Test
    void aMissingFileIsAnEmptyJournal() throws IOException {
        assertSame(Journal.EMPTY, Journal.read(file));
    }
}
