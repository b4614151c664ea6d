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
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Source;
import org.backprop.engine.data.Unreadable;
import org.backprop.model.ImagesData;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;
import org.backprop.model.data.ImageFolder;

/** Loads a folder of images for each class, decoded on all processors. */
public final class ImagesLoader {

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
     * @throws DataException if a file is missing or no image, or has another size than the first and no size is given
     * @throws CancellationException if {@code progress} is canceled
     */
    public static Source load(Path path, ImagesData spec, boolean classification, Progress progress)
            throws DataException {
        try {
            return new ImagesLoader(spec, progress).load(path, ImageFolder.open(path), classification);
        } catch (IOException e) {
            throw Unreadable.because(path, "data.images.path", e);
        }
    }

    private Source load(Path path, ImageFolder folder, boolean classification) throws DataException {
        List<Integer> labels = new ArrayList<>();
        for (int label = 0; label < folder.classes().size(); label++) {
            files.addAll(folder.files().get(label));
            labels.addAll(Collections.nCopies(folder.files().get(label).size(), label));
        }
        Picture[] pictures = decodeAll();
        Size2d size = requireOneSize(pictures);
        byte[][] images = new byte[pictures.length][];
        for (int i = 0; i < images.length; i++) {
            images[i] = pictures[i].values();
        }
        return new ByteImages(
                path.toString(),
                Shape.of(spec.color().channels(), size.height(), size.width()),
                images,
                labels.stream().mapToInt(Integer::intValue).toArray(),
                classification ? folder.classes() : List.of(),
                Optional.empty());
    }

    /** A decoded image, or why it could not be. */
    private record Decoded(Picture picture, IOException failure) {}

    private Picture[] decodeAll() throws DataException {
        AtomicInteger done = new AtomicInteger();
        List<Decoded> decoded = IntStream.range(0, files.size())
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
                                        files.get(i), decoded.get(i).failure().getMessage()),
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

    private Size2d requireOneSize(Picture[] pictures) throws DataException {
        Size2d size = pictures[0].size();
        for (int i = 1; i < pictures.length; i++) {
            Size2d other = pictures[i].size();
            if (!other.equals(size)) {
                throw new DataException(
                        "%s: the image has %dx%d pixels, %s has %dx%d; set data.images.size to scale all images"
                                .formatted(
                                        files.get(i),
                                        other.height(),
                                        other.width(),
                                        files.getFirst(),
                                        size.height(),
                                        size.width()));
            }
        }
        return size;
    }
}
