package org.backprop.model.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.backprop.model.Code;
import org.backprop.model.ImagesData;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;

/**
 * A folder with a folder of PNG and JPEG images for each class, all in the order of their names.
 *
 * @param classes the names of the classes
 * @param files the images of each class
 */
public record ImageFolder(List<String> classes, List<List<Path>> files) {

    /** Copies the lists. */
    public ImageFolder {
        classes = List.copyOf(classes);
        files = List.copyOf(files);
    }

    /**
     * Lists a folder; other files than images are left alone.
     *
     * @throws NoSuchFileException if the folder is not there
     * @throws DataFormatException if it has fewer than two classes, or a class without an image
     * @throws IOException if it cannot be read
     */
    public static ImageFolder open(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException(path.toString());
        }
        List<Path> folders = list(path, Files::isDirectory);
        if (folders.size() < 2) {
            throw malformed(
                    path, "a folder of images needs a folder for each of two or more classes, has " + folders.size());
        }
        List<List<Path>> files = new ArrayList<>();
        for (Path folder : folders) {
            List<Path> images = list(folder, ImageFolder::isImage);
            if (images.isEmpty()) {
                throw malformed(
                        folder, "there is no .png, .jpg or .jpeg file; add images of the class or remove the folder");
            }
            files.add(images);
        }
        return new ImageFolder(
                folders.stream().map(folder -> folder.getFileName().toString()).toList(), files);
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(wanted)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && (name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg"));
    }

    /** What the folders say, and the first image of each class about its size. */
    DataInfo info(ImagesData spec) throws IOException {
        Size2d size = spec.size().isPresent() ? spec.size().get() : requireCommonSize();
        return new DataInfo(
                Optional.of(Shape.of(spec.color().channels(), size.height(), size.width())),
                OptionalInt.of(classes.size()),
                OptionalLong.of(count()));
    }

    /** Number of images. */
    public long count() {
        return files.stream().mapToLong(List::size).sum();
    }

    /**
     * Rows and columns of the first image of each class.
     *
     * @throws DataFormatException if one is no image
     */
    public List<Size2d> sizes() throws IOException {
        List<Size2d> sizes = new ArrayList<>();
        for (List<Path> images : files) {
            sizes.add(ImageHeader.size(images.getFirst()));
        }
        return sizes;
    }

    /**
     * Rows and columns of an image, by its header.
     *
     * @throws DataFormatException if it is no PNG or JPEG file
     */
    public static Size2d size(Path image) throws IOException {
        return ImageHeader.size(image);
    }

    private Size2d requireCommonSize() throws IOException {
        Path first = files.getFirst().getFirst();
        Size2d size = ImageHeader.size(first);
        for (List<Path> images : files) {
            Size2d other = ImageHeader.size(images.getFirst());
            if (!other.equals(size)) {
                throw malformed(
                        images.getFirst(),
                        "the image has " + other.height() + "x" + other.width() + " pixels, " + first + " has "
                                + size.height() + "x" + size.width() + "; give a size to scale all images to");
            }
        }
        return size;
    }

    private static DataFormatException malformed(Path file, String message) {
        return new DataFormatException(Code.DATA_UNREADABLE, "path", file + ": " + message);
    }
}
