package org.backprop.runlog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    private static final String NEW = "the new content of the file";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeOldContent() throws IOException {
        file = Files.writeString(folder.resolve("file"), "old");
    }

    private static ByteBuffer first(int bytes) {
        return ByteBuffer.wrap(NEW.getBytes(StandardCharsets.UTF_8), 0, bytes);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(found -> found.getFileName().toString()).toList();
        }
    }

    @Test
    void aWriteThatFailsAtAnyByteLeavesTheOldContentAndNothingElse() throws IOException {
        for (int bytes = 0; bytes <= NEW.length(); bytes++) {
            ByteBuffer written = first(bytes);
            IOException full = assertThrows(
                    IOException.class,
                    () -> AtomicFiles.replace(file, channel -> {
                        channel.write(written);
                        throw new IOException("No space left on device");
                    }));
            assertEquals("No space left on device", full.getMessage());
            assertEquals("old", Files.readString(file));
            assertEquals(List.of("file"), names());
        }
    }

    @Test
    void whatACrashAtAnyByteLeftIsDeletedWithoutTheFileItself() throws IOException {
        for (int bytes = 0; bytes <= NEW.length(); bytes++) {
            ByteBuffer written = first(bytes);
            AtomicFiles.replace(file, channel -> {
                channel.write(written);
                try (Stream<Path> files = Files.list(folder)) {
                    Path temporary = files.filter(found -> !found.equals(file))
                            .findFirst()
                            .orElseThrow();
                    Files.copy(
                            temporary,
                            folder.resolve(temporary.getFileName().toString().replace(".tmp", "x.tmp")));
                }
            });
            assertEquals(2, names().size());
            AtomicFiles.deleteLeftovers(folder, "other");
            assertEquals(2, names().size());
            AtomicFiles.deleteLeftovers(folder, "file");
            assertEquals(List.of("file"), names());
        }
    }

    @Test
    void aFolderThatIsNotThereHasNothingLeft() throws IOException {
        AtomicFiles.deleteLeftovers(folder.resolve("none"), "*");
    }
}
