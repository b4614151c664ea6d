package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTrashTest {
    @TempDir
    Path runs;

    private Path run(String name) throws IOException {
        Path run = Files.createDirectories(runs.resolve(name).resolve("checkpoints"));
        Files.writeString(run.resolve("state.safetensors"), "12345");
        Files.writeString(run.resolveSibling("run.json"), "{}");
        return run.getParent();
    }

    private List<String> listed() throws IOException {
        return RunFolder.list(runs).stream().map(RunFolder::name).toList();
    }

    @Test
    void aDiscardedRunIsNotListedUntilItIsRestored() throws IOException {
        Path run = run("a");
        assertEquals(7, RunTrash.bytes(run));
        Path discarded = RunTrash.discard(run);
        assertEquals(List.of(), listed());
        assertEquals(7, RunTrash.bytes(runs.resolve(RunTrash.NAME)));
        RunTrash.restore(discarded, run);
        assertEquals(List.of("a"), listed());
        assertFalse(Files.exists(runs.resolve(RunTrash.NAME)), "an empty trash goes");
    }

    @Test
    void runsOfTheSameNameDoNotReplaceEachOther() throws IOException {
        Path first = RunTrash.discard(run("a"));
        Path second = RunTrash.discard(run("a"));
        assertTrue(Files.exists(first) && Files.exists(second) && !first.equals(second));
        Path taken = run("a");
        assertThrows(FileAlreadyExistsException.class, () -> RunTrash.restore(first, taken));
        assertTrue(Files.exists(first.resolve("run.json")));
    }

    @Test
    void emptyingDeletesTheTrashOnly() throws IOException {
        RunTrash.discard(run("a"));
        run("b");
        RunTrash.empty(runs);
        assertEquals(List.of("b"), listed());
        assertFalse(Files.exists(runs.resolve(RunTrash.NAME)));
        RunTrash.empty(runs);
    }
}
