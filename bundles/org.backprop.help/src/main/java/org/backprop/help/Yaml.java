package org.backprop.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the YAML files that the help is made of. */
final class Yaml {
    private Yaml() {}

    static Object read(Path file) throws IOException {
        return new Load(LoadSettings.builder().setLabel(file.toString()).build())
                .loadFromString(Files.readString(file));
    }

    /** A file that maps words to texts. */
    static Map<String, String> texts(Path file) throws IOException {
        return texts(read(file));
    }

    /** A mapping of words to texts; empty if there is none. */
    static Map<String, String> texts(Object mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (mapping instanceof Map<?, ?> given) {
            given.forEach((key, value) -> texts.put((String) key, (String) value));
        }
        return texts;
    }
}
