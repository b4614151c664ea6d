package org.backprop.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Java virtual machine that runs the trainer. */
final class JavaRuntimes {
    private JavaRuntimes() {}

    /**
     * Chooses among {@code running}, the IDE's own virtual machine, and {@code installed}: the IDE's own from
     * {@link JavaRuntime#PREFERRED} on, else the newest from there on, else the IDE's own from
     * {@link JavaRuntime#OLDEST} on, else the newest from there on; empty if all are older.
     */
    static Optional<JavaRuntime> choose(JavaRuntime running, Collection<JavaRuntime> installed) {
        return newest(running, installed, JavaRuntime.PREFERRED)
                .or(() -> newest(running, installed, JavaRuntime.OLDEST));
    }

    private static Optional<JavaRuntime> newest(JavaRuntime running, Collection<JavaRuntime> installed, int oldest) {
        return running.feature() >= oldest
                ? Optional.of(running)
                : installed.stream()
                        .filter(java -> java.feature() >= oldest)
                        .max(Comparator.comparingInt(JavaRuntime::feature));
    }

    /** Looks where the installers of this platform put virtual machines. */
    static List<JavaRuntime> installed() {
        Path user = Path.of(System.getProperty("user.home"));
        var homes = new ArrayList<Path>();
        Optional.ofNullable(System.getenv("JAVA_HOME"))
                .filter(home -> !home.isBlank())
                .ifPresent(home -> homes.add(Path.of(home)));
        homes.addAll(children(Path.of("/usr/lib/jvm")));
        homes.addAll(children(user.resolve(".sdkman/candidates/java")));
        homes.addAll(children(user.resolve(".jdks")));
        for (Path bundle : children(Path.of("/Library/Java/JavaVirtualMachines"))) {
            homes.add(bundle.resolve("Contents/Home"));
        }
        for (String vendor : List.of("Java", "Eclipse Adoptium", "Microsoft", "Zulu", "BellSoft", "Amazon Corretto")) {
            Optional.ofNullable(System.getenv("ProgramFiles"))
                    .ifPresent(programs -> homes.addAll(children(Path.of(programs, vendor))));
        }
        return homes.stream().map(JavaRuntime::at).flatMap(Optional::stream).toList();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
