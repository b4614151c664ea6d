package org.backprop.installer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.maven.settings.Settings;

/**
 * Brings jars into a folder. They are installed when the folder has the file {@value #MARKER}, which is written last. What
 * an interrupted download has loaded stays there, and the next one goes on with it.
 */
final class Installer {
    static final String MARKER = "installed";
    static final String CACHE = "cache";

    private final Path folder;
    private final List<Jar> jars;
    private final PrintStream out;

    Installer(Path folder, List<Jar> jars, PrintStream out) {
        this.folder = folder;
        this.jars = jars;
        this.out = out;
    }

    /** Downloads what is missing and verifies its checksums. */
    void download(Settings settings) throws InstallException, IOException {
        Files.createDirectories(folder);
        deleteLeftovers();
        Progress progress =
                new Progress(out, jars.stream().mapToLong(Jar::bytes).sum());
        try (Downloads downloads = new Downloads(settings, folder.resolve(CACHE))) {
            for (Jar jar : jars) {
                Path target = folder.resolve(jar.fileName());
                if (!Files.exists(target)) {
                    downloads.download(jar.artifact(), target, progress);
                }
                progress.done(jar);
            }
        }
        finish();
    }

    /** Deletes the files that the transport wrote for itself when it was killed; the parts to go on from are others. */
    private void deleteLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, "*.part.*.tmp")) {
            for (Path file : leftovers) {
                Files.delete(file);
            }
        }
    }

    /** Takes the jars from a folder, with or without folders in it, such as a copy of a Maven repository. */
    void take(Path from) throws InstallException, IOException {
        List<Path> found;
        try (Stream<Path> files = Files.walk(from)) {
            found = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        var missing = new ArrayList<String>();
        for (Jar jar : jars) {
            if (found.stream().noneMatch(file -> file.getFileName().toString().equals(jar.fileName()))) {
                missing.add(jar.fileName());
            }
        }
        if (!missing.isEmpty()) {
            throw new InstallException(from + " lacks " + String.join(", ", missing));
        }
        Files.createDirectories(folder);
        Progress progress =
                new Progress(out, jars.stream().mapToLong(Jar::bytes).sum());
        for (Jar jar : jars) {
            Path source = found.stream()
                    .filter(file -> file.getFileName().toString().equals(jar.fileName()))
                    .findFirst()
                    .orElseThrow();
            Checksums.verify(source);
            Path part = folder.resolve(jar.fileName() + ".part");
            Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(jar.fileName()), StandardCopyOption.ATOMIC_MOVE);
            progress.done(jar);
        }
        finish();
    }

    private void finish() throws IOException {
        Folders.delete(folder.resolve(CACHE));
        Files.writeString(
                folder.resolve(MARKER),
                String.join("\n", jars.stream().map(Jar::fileName).toList()) + "\n");
    }

    /** Deletes what is installed. */
    void uninstall() throws IOException {
        Files.deleteIfExists(folder.resolve(MARKER));
        Folders.delete(folder);
    }
}
