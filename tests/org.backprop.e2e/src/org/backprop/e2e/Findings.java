package org.backprop.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the journey saw, kept as a properties file. */
final class Findings {
    private final Properties values = new Properties();
    private final Path file;

    Findings(Path file) {
        this.file = file;
    }

    void add(String key, Object value) {
        values.setProperty(key, value.toString());
    }

    void write() {
        try (Writer out = Files.newBufferedWriter(file)) {
            values.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
