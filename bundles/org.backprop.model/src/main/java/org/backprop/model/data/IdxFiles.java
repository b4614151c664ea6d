package org.backprop.model.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pair of IDX files.
 *
 * @param images the samples
 * @param labels one label a sample
 */
public record IdxFiles(Path images, Path labels) {

    /**
     * The pairs at a path: for a folder every file of images with its labels, training files first, for a file that file
     * and the labels beside it. Names are those of MNIST, {@code train-images-idx3-ubyte}, with {@code -} or {@code .}
     * before {@code idx3} and optionally {@code .gz} at the end; a plain file is preferred to its compressed copy.
     *
     * @throws NoSuchFileException if the path, its images or their labels are not there
     * @throws IOException if the folder cannot be read
     */
    public static List<IdxFiles> find(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(new IdxFiles(path, labelsOf(path)));
        }
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException(path.toString());
        }
        List<IdxFiles> pairs = new ArrayList<>();
        for (Path images : images(path)) {
            pairs.add(new IdxFiles(images, labelsOf(images)));
        }
        if (pairs.isEmpty()) {
            throw new NoSuchFileException(
                    path.resolve("train-images-idx3-ubyte").toString());
        }
        return pairs;
    }

    private static List<Path> images(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).matches(".*images[-.]idx\\d-ubyte(\\.gz)?"))
                    .filter(file -> !name(file).endsWith(".gz") || !Files.exists(uncompressed(file)))
                    .sorted(Comparator.comparing((Path file) -> !name(file).startsWith("train"))
                            .thenComparing(IdxFiles::name))
                    .toList();
        }
    }

    private static Path labelsOf(Path images) throws IOException {
        String stem = uncompressedName(images).replace("images", "labels").replaceFirst("idx\\d", "idx1");
        for (String name : List.of(stem, stem + ".gz")) {
            Path labels = images.resolveSibling(name);
            if (Files.isRegularFile(labels) && !labels.equals(images)) {
                return labels;
            }
        }
        throw new NoSuchFileException(images.resolveSibling(stem).toString());
    }

    private static Path uncompressed(Path file) {
        return file.resolveSibling(uncompressedName(file));
    }

    private static String uncompressedName(Path file) {
        return name(file).replaceFirst("\\.gz$", "");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
