package org.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What the installer brings is what this bundle is built and tested with. */
class InstalledJarsTest {
    private static final Path LIST = Path.of(
            "..", "org.backprop.installer", "src", "main", "resources", "org", "backprop", "installer", "spark.txt");

    /** Groups that the trainer itself has nothing of. */
    private static final Pattern OF_SPARK =
            Pattern.compile(".*[/\\\\](spark|hadoop|netty|log4j|scala|zookeeper|jersey)-.*");

    private static Set<String> listed() throws IOException {
        return Files.readAllLines(LIST).stream()
                .map(line -> line.split(" ")[0].split(":"))
                .map(parts -> parts[1] + "-" + parts[2] + (parts.length > 3 ? "-" + parts[3] : "") + ".jar")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> onClassPath(Pattern pattern) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(pattern.asMatchPredicate())
                .map(entry -> Path.of(entry).getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theListOfTheInstallerHasTheVersionsThatWereTested() throws IOException {
        Set<String> missing = listed();
        missing.removeAll(onClassPath(Pattern.compile(".*\\.jar")));
        assertEquals(Set.of(), missing, "listed, but not built with");
        Set<String> unlisted = onClassPath(OF_SPARK);
        unlisted.removeAll(listed());
        assertEquals(Set.of(), unlisted, "built with, but not listed");
    }
}
