package org.backprop.runlog.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Deleted runs, which can be taken back. They lie in {@code .trash} beside the run folder, where no list looks, until it is
 * emptied.
 */
public final class RunTrash {
    /** Name of the folder; folders of this name are not searched for runs. */
    public static final String NAME = ".trash";

    private RunTrash() {}

    /**
     * Moves a run folder to the trash.
     *
     * @return where it is now
     */
    public static Path discard(Path run) throws IOException {
        Path trash = run.resolveSibling(NAME);
        Files.createDirectories(trash);
        String name = run.getFileName().toString();
        Path target = trash.resolve(name);
        for (int n = 2; Files.exists(target); n++) {
            target = trash.resolve(name + "-" + n);
        }
        return Files.move(run, target);
    }

    /**
     * Moves a run back to where it was.
     *
     * @throws FileAlreadyExistsException if there is a folder of this name meanwhile
     */
    public static void restore(Path discarded, Path run) throws IOException {
        Files.move(discarded, run);
        removeIfEmpty(discarded.getParent());
    }

    private static void removeIfEmpty(Path trash) throws IOException {
        try (var left = Files.list(trash)) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(trash);
    }

    /** Deletes the trash in {@code runs} for good; nothing if there is none. */
    public static void empty(Path runs) throws IOException {
        Path trash = runs.resolve(NAME);
        if (!Files.isDirectory(trash)) {
            return;
        }
        Files.walkFileTree(trash, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Bytes of all files in a folder and below; 0 if there is none. Files that vanish meanwhile do not count. */
    public static long bytes(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long[] sum = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }
}
