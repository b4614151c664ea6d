package org.backprop.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The source tree that the tests run in, without what a build or a user's workspace puts there. */
final class Checkout {
    private static final Set<String> GENERATED = Set.of("target", "bin", "workspace", "__pycache__");

    private Checkout() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("bundles/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not inside a checkout of Backprop");
            }
        }
        return folder;
    }

    static Path bundle(String name) {
        return root().resolve("bundles").resolve("org.backprop." + name);
    }

    /** All bundle folders, sorted by name. */
    static List<Path> bundles() {
        try (Stream<Path> folders = Files.list(root().resolve("bundles"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The production sources of a bundle: {@code src/main/java} of a plain module, {@code src} of an Eclipse bundle. */
    static List<Path> sources(String bundle) {
        Path plain = bundle(bundle).resolve("src/main/java");
        return files(
                Files.isDirectory(plain) ? plain : bundle(bundle).resolve("src"),
                path -> path.toString().endsWith(".java"));
    }

    static List<Path> files(Path start, Predicate<Path> wanted) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean skip = GENERATED.contains(name) || name.equals(".git");
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    static Attributes manifest(Path bundle) {
        try (InputStream in = Files.newInputStream(bundle.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in a manifest header such as Require-Bundle, without their attributes; empty if there is no header. */
    static List<String> names(Attributes manifest, String header) {
        String value = manifest.getValue(header);
        if (value == null) {
            return List.of();
        }
        String withoutQuotes = value.replaceAll("\"[^\"]*\"", "");
        return Arrays.stream(withoutQuotes.split(","))
                .map(clause -> clause.split(";")[0].trim())
                .toList();
    }
}
