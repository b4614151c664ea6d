package org.backprop.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * The jars of Apache Spark's core that the trainer does not have anyway, as {@code spark.txt} lists them: coordinates and
 * size. A test of the bundle {@code org.backprop.spark} compares the list with what its build resolves.
 */
final class SparkArtifacts {
    private static final String LIST = "spark.txt";
    private static final int GROUP = 0;
    private static final int NAME = 1;
    private static final int VERSION = 2;
    private static final int CLASSIFIER = 3;

    private SparkArtifacts() {}

    /** All jars; the same on every platform. */
    static List<Jar> all() {
        try (InputStream list = SparkArtifacts.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(SparkArtifacts::jar)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Jar jar(String line) {
        String[] words = line.split(" ");
        String[] parts = words[0].split(":");
        String classifier = parts.length > CLASSIFIER ? parts[CLASSIFIER] : "";
        return new Jar(
                new DefaultArtifact(parts[GROUP], parts[NAME], classifier, "jar", parts[VERSION]),
                Long.parseLong(words[1]));
    }
}
