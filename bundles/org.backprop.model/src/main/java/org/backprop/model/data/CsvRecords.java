package org.backprop.model.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Code;

/**
 * The records of a CSV file, one after the other: quoted as RFC 4180 says, UTF-8 with or without byte order mark, fields
 * separated by what {@link CsvSeparator} finds, empty lines skipped. What is not quoted well is taken as it comes.
 */
final class CsvRecords implements AutoCloseable {

    private static final int LONGEST_RECORD = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final BufferedReader reader;
    private final char separator;
    private long line = 1;
    private int next;

    private CsvRecords(Path file, BufferedReader reader) throws IOException {
        this.file = file;
        this.reader = reader;
        separator = CsvSeparator.detect(reader);
        next = reader.read();
        if (next == BYTE_ORDER_MARK) {
            next = reader.read();
        }
    }

    /**
     * Opens a file.
     *
     * @throws NoSuchFileException if it is not there
     */
    static CsvRecords open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        try {
            return new CsvRecords(file, reader);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** The line on which the record that {@link #next} would give begins, counted from 1. */
    long line() throws IOException {
        while (isLineEnd(next)) {
            advance();
        }
        return line;
    }

    /**
     * The fields of the next record; empty at the end of the file.
     *
     * @throws DataFormatException if it is over 1 MiB long
     */
    Optional<List<String>> next() throws IOException {
        long start = line();
        if (next < 0) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int length = 0; next >= 0 && (quoted || !isLineEnd(next)); length++) {
            if (length > LONGEST_RECORD) {
                throw new DataFormatException(
                        Code.DATA_UNREADABLE, "path", file + ":" + start + ": the line is over 1 MiB long");
            }
            int c = next;
            advance();
            if (c == '"') {
                if (quoted && next == '"') {
                    field.append('"');
                    advance();
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append((char) c);
            }
        }
        fields.add(field.toString());
        return Optional.of(fields);
    }

    private void advance() throws IOException {
        int before = next;
        next = reader.read();
        if (before == '\n' || before == '\r' && next != '\n') {
            line++;
        }
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
