package org.backprop.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a benchmark writes, and the removal of folders. */
public final class Folders {

    private Folders() {}

    /** A new temporary folder, which is deleted at the latest when this JVM ends, also by Ctrl+C. */
    public static Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("backprop-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteIfPossible(folder)));
        return folder;
    }

    private static void deleteIfPossible(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            System.err.println("backprop: " + folder + " could not be deleted: " + e.getMessage());
        }
    }

    /** Deletes a folder and all in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inner;
        try (Stream<Path> all = Files.walk(folder)) {
            inner = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inner) {
            Files.deleteIfExists(path);
        }
    }
}
