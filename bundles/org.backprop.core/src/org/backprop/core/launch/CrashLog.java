package org.backprop.core.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the virtual machine wrote about its own end ({@code -XX:ErrorFile}).
 *
 * @param file the file
 * @param outOfMemory whether the system gave it no more memory
 * @param cause the signal and the code that it met, as far as it says
 */
record CrashLog(Path file, boolean outOfMemory, String cause) {
    private static final String NAME = "hs_err_pid%p.log";
    private static final int LINES_READ = 40;
    private static final String COMMENT = "#";
    private static final String FRAME = "Problematic frame:";
    private static final String MEMORY = "insufficient memory";

    /** The option that has it written into a folder. */
    static String option(Path folder) {
        return "-XX:ErrorFile=" + folder.toString().replace("%", "%%")
                + folder.getFileSystem().getSeparator() + NAME;
    }

    /** The log of a process in a folder; empty if there is none. */
    static Optional<CrashLog> find(Path folder, long pid) throws IOException {
        Path file = folder.resolve(NAME.replace("%p", Long.toString(pid)));
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** The same log, moved into another folder. */
    CrashLog moveTo(Path folder) throws IOException {
        return new CrashLog(Files.move(file, folder.resolve(file.getFileName())), outOfMemory, cause);
    }

    private static CrashLog read(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            List<String> head = reader.lines()
                    .limit(LINES_READ)
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
            return new CrashLog(file, head.stream().anyMatch(line -> line.contains(MEMORY)), join(signal, place));
        }
    }

    private static String join(String signal, String place) {
        return signal.isEmpty() || place.isEmpty() ? signal + place : signal + ", " + place;
    }
}
