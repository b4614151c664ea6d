package org.backprop.runlog.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.internal.AtomicFiles;
import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;

/**
 * What people say of a run, the content of {@code notes.json}. The trainer neither reads nor writes it.
 *
 * @param displayName what to call the run in place of its name; empty for its name
 * @param tags words to find it by, without spaces at their ends, each once
 * @param text remarks, any number of lines; empty if there are none
 * @param archived whether lists leave it out unless asked
 */
public record RunNotes(Optional<String> displayName, List<String> tags, String text, boolean archived) {
    /** Nothing was said. */
    public static final RunNotes NONE = new RunNotes(Optional.empty(), List.of(), "", false);

    private static final int FORMAT = 1;
    private static final long MAX_BYTES = 1 << 20;

    /** Strips name and tags, and leaves out empty ones. */
    public RunNotes {
        displayName = displayName.map(String::strip).filter(name -> !name.isEmpty());
        tags = List.copyOf(new LinkedHashSet<>(
                tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).toList()));
        text = text.strip();
    }

    /** The same with a display name; an empty one stands for the run's own. */
    public RunNotes withDisplayName(String name) {
        return new RunNotes(Optional.of(name), tags, text, archived);
    }

    /** The same with tags. */
    public RunNotes withTags(Collection<String> newTags) {
        return new RunNotes(displayName, List.copyOf(newTags), text, archived);
    }

    /** The same with remarks. */
    public RunNotes withText(String newText) {
        return new RunNotes(displayName, tags, newText, archived);
    }

    /** The same, archived or not. */
    public RunNotes withArchived(boolean nowArchived) {
        return new RunNotes(displayName, tags, text, nowArchived);
    }

    /** Writes {@code file}, replacing an old one atomically; where nothing is said the file is deleted. */
    public void write(Path file) throws IOException {
        if (equals(NONE)) {
            Files.deleteIfExists(file);
            return;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        displayName.ifPresent(name -> json.put("display_name", name));
        json.put("tags", tags);
        json.put("notes", text);
        json.put("archived", archived);
        AtomicFiles.replace(file, Json.pretty(json));
    }

    /**
     * Reads {@code file}; where there is none, nothing was said.
     *
     * @throws IOException if it cannot be read, is not JSON, or a member is wrong; the message names file and fault
     */
    public static RunNotes read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + ": larger than " + MAX_BYTES + " bytes");
        }
        try {
            Json json = Json.parse(new String(Files.readAllBytes(file), UTF_8));
            json.integer("format", 1, FORMAT);
            return new RunNotes(
                    json.optionalString("display_name"),
                    json.has("tags") ? json.strings("tags") : List.of(),
                    json.optionalString("notes").orElse(""),
                    json.has("archived") && json.bool("archived"));
        } catch (JsonException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
