package org.backprop.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** All formats. */
final class Targets {

    private Targets() {}

    static Stream<Target> all() {
        return Stream.of(TextTargets.all(), RunTargets.all(), DataTargets.all()).flatMap(List::stream);
    }

    /** Writes an input into a folder for one target; cut to length afterwards, as some file systems flush a file that was emptied. */
    static Path write(Path folder, String name, byte[] input) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(input));
            channel.truncate(input.length);
        }
        return file;
    }

    /** Makes files. */
    @FunctionalInterface
    interface Making {
        /** Writes them into an empty folder and names the one that is wanted. */
        Path into(Path folder) throws IOException;
    }

    /** The bytes of a file that is made for them. */
    static byte[] bytes(Making making) {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            byte[] bytes = Files.readAllBytes(making.into(folder));
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
