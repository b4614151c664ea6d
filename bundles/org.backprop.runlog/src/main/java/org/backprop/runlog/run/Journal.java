package org.backprop.runlog.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backprop.runlog.events.LogProblem;
import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;

/**
 * Content of {@code journal.jsonl}: one JSON object a line, oldest first.
 *
 * @param entries the lines that could be read
 * @param problems the lines that could not
 */
public record Journal(List<JournalEntry> entries, List<LogProblem> problems) {
    /** The journal without entries. */
    public static final Journal EMPTY = new Journal(List.of(), List.of());

    private static final long MAX_BYTES = 16 << 20;

    /** Copies the lists. */
    public Journal {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** Appends an entry to {@code file}, which is created if needed; a line that a crash left unfinished is ended first. */
    public static void append(Path file, JournalEntry entry) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", entry.time().toString());
        json.put("who", entry.who());
        json.put("step", entry.step());
        json.put("command", entry.command());
        entry.oldValue().ifPresent(value -> json.put("old", value));
        entry.newValue().ifPresent(value -> json.put("new", value));
        String begin = endsWithinLine(file) ? "\n" : "";
        ByteBuffer line = ByteBuffer.wrap((begin + Json.compact(json) + "\n").getBytes(UTF_8));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        }
    }

    private static boolean endsWithinLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.read(last, Math.max(0, channel.size() - 1)) == 1 && last.get(0) != '\n';
        }
    }

    /**
     * Reads {@code file}. A missing file is an empty journal; a last line without line feed is still being written and left out.
     *
     * @throws IOException if the file cannot be read or is larger than 16 MiB
     */
    public static Journal read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return EMPTY;
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + ": larger than " + MAX_BYTES + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        List<JournalEntry> entries = new ArrayList<>();
        List<LogProblem> problems = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                try {
                    entries.add(parse(new String(bytes, start, i - start, UTF_8)));
                } catch (JsonException e) {
                    problems.add(new LogProblem(file, start, "a line is skipped: " + e.getMessage()));
                }
                start = i + 1;
            }
        }
        return new Journal(entries, problems);
    }

    private static JournalEntry parse(String line) throws JsonException {
        Json json = Json.parse(line);
        try {
            return new JournalEntry(
                    Instant.parse(json.string("time")),
                    json.string("who"),
                    json.integer("step"),
                    json.string("command"),
                    json.optionalString("old"),
                    json.optionalString("new"));
        } catch (DateTimeException e) {
            throw new JsonException("\"time\" is not an instant", e);
        }
    }
}
