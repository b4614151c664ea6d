package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNotesTest {
    @TempDir
    Path folder;

    @Test
    void whatWasSaidIsReadBack() throws IOException {
        RunNotes notes = new RunNotes(Optional.of(" Best \u00fc "), List.of("a", " b", "a", ""), "two\nlines\n", true);
        notes.write(folder.resolve("notes.json"));
        assertEquals(
                new RunNotes(Optional.of("Best \u00fc"), List.of("a", "b"), "two\nlines", true),
                RunNotes.read(folder.resolve("notes.json")));
    }

    @Test
    void nothingSaidLeavesNoFile() throws IOException {
        Path file = folder.resolve("notes.json");
        assertSame(RunNotes.NONE, RunNotes.read(file));
        RunNotes.NONE.withArchived(true).write(file);
        assertTrue(Files.exists(file));
        RunNotes.NONE.withDisplayName("  ").write(file);
        assertFalse(Files.exists(file));
    }

    @Test
    void damagedNotesSayWhichFileAndWhy() throws IOException {
        Path file = folder.resolve("notes.json");
        Files.writeString(file, "{\"format\": 1, \"tags\": \"a\"}");
        String message =
                assertThrows(IOException.class, () -> RunNotes.read(file)).getMessage();
        assertTrue(message.startsWith(file.toString()) && message.contains("\"tags\" must be an array"), message);
    }

    @Test
    void aTailFollowsTheDisplayNameAndDamageIsAProblem() throws IOException {
        Samples.info().write(folder.resolve("run.json"));
        RunTail tail = new RunTail(folder);
        assertEquals("digits-mlp", tail.poll().name());
        RunNotes.NONE.withDisplayName("Baseline").write(folder.resolve("notes.json"));
        assertEquals("Baseline", tail.poll().name());
        assertEquals("digits-mlp", tail.poll().info().orElseThrow().name());
        Files.writeString(folder.resolve("notes.json"), "{");
        assertEquals("digits-mlp", tail.poll().name());
        assertTrue(tail.poll().problems().getFirst().toString().contains("notes.json"));
    }
}
