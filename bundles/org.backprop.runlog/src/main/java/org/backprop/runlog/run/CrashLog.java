package org.backprop.runlog.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the virtual machine wrote about its own end ({@code -XX:ErrorFile}).
 *
 * @param file the file
 * @param written when
 * @param outOfMemory whether the system gave it no more memory
 * @param cause the signal and the code that it met, as far as it says
 */
public record CrashLog(Path file, Instant written, boolean outOfMemory, String cause) {
    private static final String NAME = "hs_err_pid%p.log";
    private static final int BYTES_READ = 1 << 14;
    private static final int LEVELS = 3;
    private static final String COMMENT = "#";
    private static final String FRAME = "Problematic frame:";
    private static final String MEMORY = "insufficient memory";

    /** The option that has it written into a folder. */
    public static String option(Path folder) {
        return "-XX:ErrorFile=" + folder.toString().replace("%", "%%")
                + folder.getFileSystem().getSeparator() + NAME;
    }

    /**
     * The log of a process of this machine that is gone. It is looked for in the folder that the process recorded, in the two
     * above it, and in the working folder, where the virtual machine writes it if it was not told otherwise.
     *
     * @param folder a run or a sweep
     * @return empty if the process lives, ran elsewhere, or left no log that can be read
     */
    public static Optional<CrashLog> of(TrainerProcess process, Path folder) {
        if (!process.isHere() || process.isAlive()) {
            return Optional.empty();
        }
        String name = NAME.replace("%p", Long.toString(process.pid()));
        Stream<Path> above = Stream.iterate(folder.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
                .limit(LEVELS);
        return Stream.concat(above, Stream.of(Path.of("").toAbsolutePath()))
                .map(place -> place.resolve(name))
                .filter(Files::isRegularFile)
                .flatMap(file -> read(file).stream())
                .filter(log -> !log.written.isBefore(process.started())) // an older one is of another process
                .findFirst();
    }

    /** A warning about the crash of a process whose run or sweep now goes on; empty if it did not crash. */
    public static Optional<String> warning(TrainerProcess before, Path folder) {
        return of(before, folder).map(crash -> "goes on after a crash: " + crash.message());
    }

    /** The same log, moved into another folder. */
    CrashLog moveTo(Path folder) throws IOException {
        Path target = folder.resolve(file.getFileName());
        return file.equals(target.toAbsolutePath().normalize())
                ? this
                : new CrashLog(Files.move(file, target), written, outOfMemory, cause);
    }

    /** What happened and what to do. */
    public String message() {
        return outOfMemory
                ? "The system gave the trainer no more memory. Use a smaller batch size, network or data set, or close other"
                        + " programs. Details are in " + file + "."
                : "The trainer crashed in native code (" + cause + "). Details are in " + file
                        + "; if it happens again, try the kernels \"nd4j\" (--kernels nd4j, or in the launch configuration).";
    }

    private static Optional<CrashLog> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<String> head = new String(in.readNBytes(BYTES_READ), StandardCharsets.ISO_8859_1)
                    .lines()
                    .takeWhile(line -> line.isEmpty() || line.startsWith(COMMENT))
                    .map(line -> line.replaceFirst("^#\\s*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            String signal = head.stream()
                    .filter(line -> line.contains(" at pc="))
                    .map(line -> line.replaceFirst(" at pc=.*", ""))
                    .findFirst()
                    .orElse("");
            int frame = head.indexOf(FRAME) + 1;
            String place = frame > 0 && frame < head.size() ? head.get(frame).replaceAll("\\s+", " ") : "";
            return Optional.of(new CrashLog(
                    file,
                    Files.getLastModifiedTime(file).toInstant(),
                    head.stream().anyMatch(line -> line.contains(MEMORY)),
                    join(signal, place)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String join(String signal, String place) {
        return signal.isEmpty() || place.isEmpty() ? signal + place : signal + ", " + place;
    }
}
