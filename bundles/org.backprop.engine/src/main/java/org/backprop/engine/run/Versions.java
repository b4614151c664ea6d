package org.backprop.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Versions of Backprop and of what it stands on. */
public final class Versions {
    private Versions() {}

    /** Component to version, for people and for the provenance of a run. */
    public static Map<String, String> all() {
        Properties built = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            built.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("backprop", built.getProperty("backprop"));
        versions.put("nd4j", built.getProperty("nd4j"));
        versions.put("java", System.getProperty("java.runtime.version"));
        versions.put(
                "os",
                String.join(
                        " ",
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch")));
        return versions;
    }
}
