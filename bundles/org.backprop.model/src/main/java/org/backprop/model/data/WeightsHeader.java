package org.backprop.model.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The names in a safetensors file, read without its values: eight bytes with the length of the header, then the header,
 * a JSON object with an object for each tensor.
 *
 * @param tensors names of the tensors, in the order of the file
 */
public record WeightsHeader(List<String> tensors) {

    private static final long LONGEST = 100_000_000;
    private static final String METADATA = "__metadata__";

    /** Copies the list. */
    public WeightsHeader {
        tensors = List.copyOf(tensors);
    }

    /**
     * Reads the names.
     *
     * @throws NoSuchFileException if the file is not there
     * @throws IOException if it cannot be read or is not a safetensors file
     */
    public static WeightsHeader read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (InputStream raw = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(raw)) {
            long length = Long.reverseBytes(in.readLong());
            if (length < 2 || length > Math.min(LONGEST, Files.size(file) - Long.BYTES)) {
                throw notSafetensors(file);
            }
            byte[] header = new byte[(int) length];
            in.readFully(header);
            if (header[0] != '{') {
                throw notSafetensors(file);
            }
            return of(new String(header, StandardCharsets.UTF_8));
        } catch (EOFException e) {
            throw notSafetensors(file);
        }
    }

    /** The keys of objects; without recursion, so that no header is too long for the stack. */
    private static WeightsHeader of(String header) {
        List<String> tensors = new ArrayList<>();
        for (int open = header.indexOf('"'); open >= 0; open = header.indexOf('"', open)) {
            int close = end(header, open + 1);
            String name = header.substring(open + 1, Math.min(close, header.length()));
            int colon = skipBlanks(header, close + 1);
            if (is(header, colon, ':') && is(header, skipBlanks(header, colon + 1), '{') && !name.equals(METADATA)) {
                tensors.add(name);
            }
            open = close + 1;
        }
        return new WeightsHeader(tensors);
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean is(String text, int at, char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private static IOException notSafetensors(Path file) {
        return new IOException(file + " is not a safetensors file");
    }

    /** Whether there is a tensor of this name, or several whose names start with it and a dot. */
    public boolean has(String nameOrPrefix) {
        return tensors.stream().anyMatch(name -> name.equals(nameOrPrefix) || name.startsWith(nameOrPrefix + "."));
    }

    /** All names that {@link #has} knows: those of the tensors and their prefixes up to a dot. */
    public List<String> names() {
        return tensors.stream()
                .flatMap(name -> prefixes(name).stream())
                .distinct()
                .toList();
    }

    private static List<String> prefixes(String name) {
        List<String> prefixes = new ArrayList<>(List.of(name));
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            prefixes.add(name.substring(0, dot));
        }
        return prefixes;
    }
}
