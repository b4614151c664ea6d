package org.backprop.runlog.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Replaces files so that a reader, or a crash, meets either the old content or the new one. */
public final class AtomicFiles {
    private static final int ATTEMPTS = 20;
    private static final String TEMPORARY = ".tmp";

    private AtomicFiles() {}

    /**
     * Writes a temporary file next to {@code target}, forces it to the disk and moves it over {@code target}.
     *
     * @throws IOException if any of this fails; {@code target} is then as it was and the temporary file is gone
     */
    public static void replace(Path target, Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.write(channel);
                channel.force(true);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** As {@link #replace(Path, Content)}, by a text in UTF-8. */
    public static void replace(Path target, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        replace(target, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /**
     * Deletes the temporary files that crashes left in a folder.
     *
     * @param folder need not exist; nobody may be replacing the files there
     * @param name of the files that were to be replaced, or {@code *} for any
     */
    public static void deleteLeftovers(Path folder, String name) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "." + name + ".*" + TEMPORARY)) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** On Windows a move fails for the moment in which someone else holds the target open; elsewhere it never waits. */
    private static void move(Path temporary, Path target) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AccessDeniedException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }

    /** Writes the new content. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to {@code channel}. */
        void write(WritableByteChannel channel) throws IOException;
    }
}
