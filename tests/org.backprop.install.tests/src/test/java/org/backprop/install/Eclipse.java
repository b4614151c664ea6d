package org.backprop.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * An Eclipse installation in a folder of its own, a copy of a product that the build made.
 *
 * @param home the installation folder
 */
record Eclipse(Path home) {
    /** What p2 calls the two features. */
    static final String FEATURES =
            "org.backprop.feature.feature.group,org.backprop.backend.native.feature.feature.group";

    private static final long TIMEOUT_SECONDS = 180;

    /** Copies a product into {@code home}, which must not exist. */
    static Eclipse copyOf(Product product, Path home) throws IOException, InterruptedException {
        return copy(product.folder(), home);
    }

    Eclipse copyTo(Path other) throws IOException, InterruptedException {
        return copy(home, other);
    }

    static Path updateSite() {
        return checkout().resolve("releng/org.backprop.updatesite/target/repository");
    }

    static Path checkout() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }

    private static Eclipse copy(Path from, Path to) throws IOException, InterruptedException {
        if (!Files.isDirectory(from)) {
            throw new IllegalStateException(from + " is missing: run the whole build");
        }
        Output output = Output.of(List.of("cp", "-a", from.toString(), to.toString()), from, TIMEOUT_SECONDS);
        output.requireSuccess();
        return new Eclipse(to);
    }

    /** Installs both features of Backprop from the update site that the build made. */
    void installBackprop() throws IOException, InterruptedException {
        director("-repository", updateSite().toUri().toString(), "-installIU", FEATURES)
                .requireSuccess();
    }

    /** Adds a bundle past p2, started lazily as the others are. */
    void addBundle(Path jar) throws IOException {
        Attributes manifest = manifest(jar);
        String name = manifest.getValue("Bundle-SymbolicName").split(";")[0];
        String version = manifest.getValue("Bundle-Version");
        String location = "plugins/" + name + "_" + version + ".jar";
        Files.copy(jar, home.resolve(location));
        String line = String.join(",", name, version, location, "4", "false") + "\n";
        Files.writeString(bundlesInfo(), line, StandardOpenOption.APPEND);
    }

    /** Runs the p2 director on this installation. */
    Output director(String... arguments) throws IOException, InterruptedException {
        List<String> all =
                new ArrayList<>(List.of("-nosplash", "-application", "org.eclipse.equinox.p2.director", "-consoleLog"));
        all.addAll(List.of(arguments));
        return run(all);
    }

    /** Starts this installation with the given arguments and waits for its end. */
    Output run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("eclipse").toString()));
        command.addAll(arguments);
        return Output.of(command, home, TIMEOUT_SECONDS);
    }

    /** What the installation starts with, one line per bundle: {@code name,version,location,start level,started}. */
    List<String> bundles() throws IOException {
        return Files.readAllLines(bundlesInfo());
    }

    private Path bundlesInfo() {
        return home.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
    }

    /** The folder of an installed bundle that is unpacked. */
    Path folder(String bundle) throws IOException {
        String line = bundles().stream()
                .filter(candidate -> candidate.startsWith(bundle + ","))
                .findFirst()
                .orElseThrow(() -> new AssertionError(bundle + " is not installed"));
        return home.resolve(line.split(",")[2]).normalize();
    }

    /** The manifests of all installed bundles. */
    List<Attributes> manifests() throws IOException {
        List<Attributes> manifests = new ArrayList<>();
        for (String line : bundles()) {
            if (!line.startsWith("#")) {
                manifests.add(manifest(home.resolve(line.split(",")[2]).normalize()));
            }
        }
        return manifests;
    }

    private static Attributes manifest(Path bundle) throws IOException {
        if (Files.isDirectory(bundle)) {
            return read(bundle.resolve("META-INF/MANIFEST.MF"));
        }
        try (FileSystem jar = FileSystems.newFileSystem(bundle)) {
            return read(jar.getPath("META-INF/MANIFEST.MF"));
        }
    }

    private static Attributes read(Path manifest) throws IOException {
        try (InputStream in = Files.newInputStream(manifest)) {
            return new Manifest(in).getMainAttributes();
        }
    }
}
