package org.backprop.engine.data.cifar10;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.backprop.engine.data.ByteImages;
import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FloatStore;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.SampleTable;
import org.backprop.engine.data.Source;
import org.backprop.engine.data.Storage;
import org.backprop.engine.data.Unreadable;
import org.backprop.model.data.Cifar10Files;

/** Loads CIFAR-10: the training batches to be divided, the test batch as the test set. */
public final class Cifar10Loader {

    private static final int BUFFER = 1 << 16;

    private Cifar10Loader() {}

    /**
     * Loads the samples of a folder.
     *
     * @param storage where the features are kept
     * @throws DataException if a file is missing or malformed; the message has record and byte
     * @throws CancellationException if {@code progress} is canceled
     */
    public static Source load(Path path, boolean classification, Storage storage, Progress progress)
            throws DataException {
        List<String> classes = classification ? Cifar10Files.CLASSES : List.of();
        try {
            Cifar10Files files = Cifar10Files.find(path);
            Dataset test = all(List.of(files.test()), classes, storage, Progress.NONE);
            return storage == Storage.HEAP
                    ? images(path, files.training(), classes, Optional.of(test), progress)
                    : new SampleTable(
                            path.toString(), all(files.training(), classes, storage, progress), Optional.of(test));
        } catch (IOException e) {
            throw Unreadable.because(path, "data.cifar10.path", e);
        }
    }

    private static int count(List<Path> files) throws IOException {
        int count = 0;
        for (Path file : files) {
            count += Cifar10Files.records(file);
        }
        return count;
    }

    /** Images in memory as bytes. */
    private static ByteImages images(
            Path path, List<Path> files, List<String> classes, Optional<Dataset> test, Progress progress)
            throws IOException, DataException {
        byte[][] images = new byte[count(files)][];
        int[] labels = new int[images.length];
        read(
                files,
                (i, label, image) -> {
                    labels[i] = label;
                    images[i] = image.clone();
                },
                progress);
        return new ByteImages(path.toString(), Cifar10Files.SHAPE, images, labels, classes, test);
    }

    /** Images as floats. */
    private static Dataset all(List<Path> files, List<String> classes, Storage storage, Progress progress)
            throws IOException, DataException {
        FloatStore store = storage.open();
        int[] labels = new int[count(files)];
        read(
                files,
                (i, label, image) -> {
                    labels[i] = label;
                    for (byte value : image) {
                        store.add(ByteImages.scaled(value), files.getFirst().toString());
                    }
                },
                progress);
        return Dataset.of(
                Cifar10Files.SHAPE,
                store.features(Cifar10Files.RECORD - 1),
                labels,
                classes.isEmpty() ? null : classes);
    }

    /** Takes a record; the image is overwritten by the next. */
    @FunctionalInterface
    private interface Taker {
        void take(int index, int label, byte[] image) throws DataException;
    }

    private static void read(List<Path> files, Taker taker, Progress progress) throws IOException, DataException {
        int count = count(files);
        int done = 0;
        for (Path file : files) {
            done = read(file, done, taker);
            progress.report(done, count);
            if (progress.canceled()) {
                throw new CancellationException();
            }
        }
    }

    private static int read(Path file, int first, Taker taker) throws IOException, DataException {
        int records = Cifar10Files.records(file);
        byte[] image = new byte[Cifar10Files.RECORD - 1];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (int i = 0; i < records; i++) {
                int label = in.readUnsignedByte();
                if (label >= Cifar10Files.CLASSES.size()) {
                    throw new DataException(
                            "%s: byte %,d: record %,d has the label %d, labels are 0 to 9; get the file again"
                                    .formatted(file, (long) i * Cifar10Files.RECORD, i + 1, label));
                }
                in.readFully(image);
                taker.take(first + i, label, image);
            }
        }
        return first + records;
    }
}
