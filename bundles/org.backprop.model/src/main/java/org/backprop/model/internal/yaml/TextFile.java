package org.backprop.model.internal.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.backprop.model.Code;
import org.backprop.model.Position;

/** Reads a text file into memory, with a limit on its size. */
public final class TextFile {

    private TextFile() {}

    /** The text of a file in UTF-8; empty after reporting a problem. */
    public static Optional<String> read(Path file, Problems problems) {
        Location start = new Location(file.toString(), Position.START);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(YamlParser.LONGEST_TEXT + 1);
            if (bytes.length > YamlParser.LONGEST_TEXT) {
                problems.error(start, Code.TOO_LARGE, YamlParser.TOO_LONG);
                return Optional.empty();
            }
            return decode(file.toString(), bytes, problems);
        } catch (NoSuchFileException e) {
            problems.error(start, Code.FILE_UNREADABLE, "there is no such file");
        } catch (IOException e) {
            problems.error(
                    start,
                    Code.FILE_UNREADABLE,
                    Files.isDirectory(file)
                            ? "this is a folder: name a model file in it"
                            : "the file cannot be read: " + e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private static Optional<String> decode(String file, byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            problems.error(
                    new SourceText(file, text).location(text.length(), 0),
                    Code.NOT_TEXT,
                    "the byte 0x%02X at offset %d is not valid UTF-8: save the file as UTF-8 text"
                            .formatted(bytes[in.position()], in.position()));
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
