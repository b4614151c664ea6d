package org.backprop.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The update site that the build made.
 *
 * @param folder where it is
 * @param metadata what p2 reads of it: the units, as XML
 */
record UpdateSite(Path folder, String metadata) {
    private static final List<String> FOLDERS = List.of("features", "plugins");
    private static final Pattern VERSION = Pattern.compile("0\\.1\\.0\\.(\\d{12})");
    private static final String NEXT = "0.1.1.$1";

    static UpdateSite built() throws IOException {
        Path folder = Eclipse.updateSite();
        return new UpdateSite(folder, Files.readString(folder.resolve("content.xml")));
    }

    /** What the metadata says about a unit. */
    String unit(String id) {
        Matcher unit = Pattern.compile("(?s)<unit id=\"" + Pattern.quote(id) + "\".*?</unit>")
                .matcher(metadata);
        if (!unit.find()) {
            throw new AssertionError("the site has no " + id);
        }
        return unit.group();
    }

    /** The same bundles and features as if they were of the next version, in a folder beside the results of the tests. */
    UpdateSite next() throws IOException {
        Path other = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "next");
        String next = next(metadata);
        Files.writeString(other.resolve("content.xml"), next);
        Files.writeString(other.resolve("artifacts.xml"), next(Files.readString(folder.resolve("artifacts.xml"))));
        for (String name : FOLDERS) {
            Path files = Files.createDirectory(other.resolve(name));
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder.resolve(name))) {
                for (Path jar : jars) {
                    Files.createSymbolicLink(
                            files.resolve(next(jar.getFileName().toString())), jar);
                }
            }
        }
        return new UpdateSite(other, next);
    }

    private static String next(String text) {
        return VERSION.matcher(text).replaceAll(NEXT);
    }
}
