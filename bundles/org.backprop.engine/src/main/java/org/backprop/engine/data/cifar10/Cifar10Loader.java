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
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Source;
import org.backprop.engine.data.Unreadable;
import org.backprop.model.data.Cifar10Files;

/** Loads CIFAR-10: the training batches to be divided, the test batch as the test set. */
public final class Cifar10Loader {

    private static final int BUFFER = 1 << 16;

    private Cifar10Loader() {}

    /**
     * Loads the samples of a folder.
     *
     * @throws DataException if a file is missing or malformed; the message has record and byte
     * @throws CancellationException if {@code progress} is canceled
     */
    public static Source load(Path path, boolean classification, Progress progress) throws DataException {
        List<String> classes = classification ? Cifar10Files.CLASSES : List.of();
        try {
            Cifar10Files files = Cifar10Files.find(path);
            Dataset test = read(path, List.of(files.test()), classes, Optional.empty(), Progress.NONE)
                    .all();
            return read(path, files.training(), classes, Optional.of(test), progress);
        } catch (IOException e) {
            throw Unreadable.because(path, "data.cifar10.path", e);
        }
    }

    private static ByteImages read(
            Path path, List<Path> files, List<String> classes, Optional<Dataset> test, Progress progress)
            throws IOException, DataException {
        int count = 0;
        for (Path file : files) {
            count += Cifar10Files.records(file);
        }
        byte[][] images = new byte[count][];
        int[] labels = new int[count];
        int at = 0;
        for (Path file : files) {
            at = read(file, images, labels, at);
            progress.report(at, count);
            if (progress.canceled()) {
                throw new CancellationException();
            }
        }
        return new ByteImages(path.toString(), Cifar10Files.SHAPE, images, labels, classes, test);
    }

    private static int read(Path file, byte[][] images, int[] labels, int first) throws IOException, DataException {
        int records = Cifar10Files.records(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (int i = 0; i < records; i++) {
                int label = in.readUnsignedByte();
                if (label >= Cifar10Files.CLASSES.size()) {
                    throw new DataException(
                            "%s: byte %,d: record %,d has the label %d, labels are 0 to 9; get the file again"
                                    .formatted(file, (long) i * Cifar10Files.RECORD, i + 1, label));
                }
                labels[first + i] = label;
                images[first + i] = new byte[Cifar10Files.RECORD - 1];
                in.readFully(images[first + i]);
            }
        }
        return first + records;
    }
}
