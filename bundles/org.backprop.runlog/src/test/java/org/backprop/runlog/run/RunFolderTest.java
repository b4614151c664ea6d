package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFolderTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2030, 1, 31, 9, 5, 7);

    @TempDir
    private Path temporary;

    @Test
    void foldersOfTheSameSecondAreNumbered() throws IOException {
        Path runs = temporary.resolve("new").resolve("runs");
        assertEquals(
                "20300131-090507-xor-1", RunFolder.create(runs, "xor", TIME).name());
        assertEquals(
                "20300131-090507-xor-2", RunFolder.create(runs, "xor", TIME).name());
    }

    @ParameterizedTest
    @CsvSource({"a/../b, a-..-b", "'my model: 1', my-model-1", "../.., model", "'', model", "r\u00e9seau, r-seau"})
    void theModelNameIsMadeSafeForFileNames(String model, String safe) throws IOException {
        RunFolder folder = RunFolder.create(temporary, model, TIME);
        assertEquals("20300131-090507-" + safe + "-1", folder.name());
        assertEquals(temporary, folder.path().getParent());
    }

    @Test
    void aLongModelNameIsCut() throws IOException {
        assertTrue(RunFolder.create(temporary, "x".repeat(1000)).name().length() < 100);
    }

    @Test
    void trainersThatStartTogetherNeverShareAFolder() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<RunFolder>> created = new ArrayList<>();
        try (ExecutorService trainers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 64; i++) {
                created.add(trainers.submit(() -> {
                    start.await();
                    return RunFolder.create(temporary, "xor", TIME);
                }));
            }
            start.countDown();
        }
        Set<Path> different = new HashSet<>();
        for (Future<RunFolder> folder : created) {
            different.add(folder.get().path());
        }
        assertEquals(64, different.size());
    }

    @Test
    void runsOfAnyToolAreListedNewestFirst() throws IOException {
        Files.createFile(directory("20300101-000000-a-1").resolve("run.json"));
        Files.createFile(directory("20300102-000000-b-1").resolve("events.out.tfevents.1.h.2.3"));
        Files.createFile(directory("keras/train").resolve("events.out.tfevents.1.h.2.v2"));
        Files.createFile(directory("not-a-run").resolve("notes.txt"));
        List<String> names =
                RunFolder.list(temporary).stream().map(RunFolder::name).toList();
        assertEquals(List.of("train", "20300102-000000-b-1", "20300101-000000-a-1"), names);
    }

    @Test
    void aMissingRunsFolderHasNoRuns() throws IOException {
        assertEquals(List.of(), RunFolder.list(temporary.resolve("absent")));
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectories(temporary.resolve(name));
    }
}
