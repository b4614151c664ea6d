package org.backprop.engine.data.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.backprop.engine.data.ByteImages;
import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FloatStore;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.SampleTable;
import org.backprop.engine.data.Source;
import org.backprop.engine.data.Storage;
import org.backprop.engine.data.Unreadable;
import org.backprop.model.ImagesData;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.backprop.model.data.ImageFolder;

/** Loads a folder of images for each class, decoded on all processors. Images in a file are decoded some at a time. */
public final class ImagesLoader {

    /** Images that are decoded before they go to a file. */
    private static final int CHUNK = 256;

    private final ImagesData spec;
    private final List<Path> files = new ArrayList<>();
    private final Progress progress;

    private ImagesLoader(ImagesData spec, Progress progress) {
        this.spec = spec;
        this.progress = progress;
    }

    /**
     * Loads the images.
     *
     * @param storage where the features are kept
     * @throws DataException if a file is missing or no image, or has another size than the first and no size is given
     * @throws CancellationException if {@code progress} is canceled
     */
    public static Source load(Path path, ImagesData spec, boolean classification, Storage storage, Progress progress)
            throws DataException {
        try {
            return new ImagesLoader(spec, progress).load(path, ImageFolder.open(path), classification, storage);
        } catch (IOException e) {
            throw Unreadable.because(path, "data.images.path", e);
        }
    }

    private Source load(Path path, ImageFolder folder, boolean classification, Storage storage) throws DataException {
        List<Integer> classes = new ArrayList<>();
        for (int label = 0; label < folder.classes().size(); label++) {
            files.addAll(folder.files().get(label));
            classes.addAll(Collections.nCopies(folder.files().get(label).size(), label));
        }
        int[] labels = classes.stream().mapToInt(Integer::intValue).toArray();
        List<String> names = classification ? folder.classes() : List.of();
        if (storage == Storage.FILE) {
            Dataset data = intoFile(storage, labels, names);
            return new SampleTable(path.toString(), data);
        }
        Picture[] pictures = decode(0, files.size());
        requireSize(pictures, 0, pictures[0].size());
        byte[][] images = new byte[pictures.length][];
        for (int i = 0; i < images.length; i++) {
            images[i] = pictures[i].values();
        }
        return new ByteImages(path.toString(), shape(pictures[0].size()), images, labels, names, Optional.empty());
    }

    private Shape shape(Size2d size) {
        return Shape.of(spec.color().channels(), size.height(), size.width());
    }

    private Dataset intoFile(Storage storage, int[] labels, List<String> classes) throws DataException {
        FloatStore store = storage.open();
        Size2d size = null;
        for (int from = 0; from < files.size(); from += CHUNK) {
            Picture[] pictures = decode(from, Math.min(files.size(), from + CHUNK));
            size = size == null ? pictures[0].size() : size;
            requireSize(pictures, from, size);
            for (int i = 0; i < pictures.length; i++) {
                for (byte value : pictures[i].values()) {
                    store.add(ByteImages.scaled(value), files.get(from + i).toString());
                }
            }
        }
        Shape shape = shape(size);
        return Dataset.of(
                shape, store.features(Math.toIntExact(shape.size())), labels, classes.isEmpty() ? null : classes);
    }

    /** A decoded image, or why it could not be. */
    private record Decoded(Picture picture, IOException failure) {}

    private Picture[] decode(int from, int to) throws DataException {
        AtomicInteger done = new AtomicInteger(from);
        List<Decoded> decoded = IntStream.range(from, to)
                .parallel()
                .mapToObj(i -> {
                    Decoded result = progress.canceled() ? null : decode(files.get(i));
                    synchronized (done) {
                        progress.report(done.incrementAndGet(), files.size());
                    }
                    return result;
                })
                .toList();
        Picture[] pictures = new Picture[decoded.size()];
        for (int i = 0; i < pictures.length; i++) {
            if (decoded.get(i) == null) {
                throw new CancellationException();
            }
            if (decoded.get(i).failure() != null) {
                throw new DataException(
                        "%s: the image cannot be read (%s); remove it or save it again"
                                .formatted(
                                        files.get(from + i),
                                        decoded.get(i).failure().getMessage()),
                        decoded.get(i).failure());
            }
            pictures[i] = decoded.get(i).picture();
        }
        return pictures;
    }

    private Decoded decode(Path file) {
        try {
            Picture picture = Picture.read(file, spec.color());
            return new Decoded(
                    spec.size().isPresent() ? picture.scaled(spec.size().get()) : picture, null);
        } catch (IOException e) {
            return new Decoded(null, e);
        }
    }

    /** Checks that all have a size, that of the first file; {@code from} is the number of the first of them. */
    private void requireSize(Picture[] pictures, int from, Size2d size) throws DataException {
        for (int i = 0; i < pictures.length; i++) {
            Size2d other = pictures[i].size();
            if (!other.equals(size)) {
                throw new DataException(
                        "%s: the image has %dx%d pixels, %s has %dx%d; set data.images.size to scale all images"
                                .formatted(
                                        files.get(from + i),
                                        other.height(),
                                        other.width(),
                                        files.getFirst(),
                                        size.height(),
                                        size.width()));
            }
        }
    }
}
