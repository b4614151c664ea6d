package org.backprop.engine.data.npz;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Features;
import org.backprop.engine.data.FloatList;
import org.backprop.engine.data.FloatStore;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.SampleTable;
import org.backprop.engine.data.Source;
import org.backprop.engine.data.Storage;
import org.backprop.engine.data.Unreadable;
import org.backprop.model.NpzData;
import org.backprop.model.Shape;
import org.backprop.model.data.NpyHeader;
import org.backprop.model.data.NpzFile;

/** Loads the features and the target from a {@code .npz} file. */
public final class NpzLoader {

    private static final int BLOCK = 1 << 16;
    private static final int MOST_CLASSES = 1 << 16;

    private final NpzFile npz;
    private final Path file;
    private final Progress progress;

    private NpzLoader(NpzFile npz, Path file, Progress progress) {
        this.npz = npz;
        this.file = file;
        this.progress = progress;
    }

    /**
     * Loads the samples.
     *
     * @param storage where the features are kept
     * @throws DataException if the file is missing or malformed; the message has the array and the byte in it
     * @throws CancellationException if {@code progress} is canceled
     */
    public static Source load(Path file, NpzData spec, boolean classification, Storage storage, Progress progress)
            throws DataException {
        try (NpzFile npz = NpzFile.open(file)) {
            return new SampleTable(
                    file.toString(), new NpzLoader(npz, file, progress).read(spec, classification, storage));
        } catch (IOException e) {
            throw Unreadable.because(file, "data.npz.path", e);
        }
    }

    private Dataset read(NpzData spec, boolean classification, Storage storage) throws IOException, DataException {
        NpyHeader header = npz.header(spec.features(), "features");
        NpyHeader targetHeader = npz.header(spec.target(), "target");
        npz.requirePair(header, targetHeader, spec);
        Shape shape = NpzFile.sampleShape(header);
        FloatStore store = storage.open();
        read(spec.features(), "features", header, store);
        Features features = store.features((int) shape.size());
        FloatList targetValues = new FloatList(0);
        read(spec.target(), "target", targetHeader, targetValues);
        float[] targets = targetValues.toArray();
        if (!classification) {
            return new Dataset(shape, features, null, targets, List.of(), null);
        }
        int[] labels = labels(spec.target(), targetHeader, targets);
        List<String> classes = IntStream.rangeClosed(
                        0, IntStream.of(labels).max().orElse(0))
                .mapToObj(Integer::toString)
                .toList();
        return new Dataset(shape, features, labels, null, classes, null);
    }

    private int[] labels(String name, NpyHeader header, float[] targets) throws DataException {
        int[] labels = new int[targets.length];
        for (int i = 0; i < labels.length; i++) {
            if (targets[i] < 0 || targets[i] >= MOST_CLASSES || targets[i] != Math.rint(targets[i])) {
                throw wrong(
                        name,
                        header,
                        i,
                        "label %s is not a class; classes are the whole numbers 0 to %d"
                                .formatted(targets[i], MOST_CLASSES - 1));
            }
            labels[i] = (int) targets[i];
        }
        return labels;
    }

    private void read(String name, String key, NpyHeader header, FloatStore store) throws IOException, DataException {
        int bytes = header.type().bytes();
        int at = 0;
        try (InputStream in = npz.array(name, key)) {
            in.skipNBytes(header.length());
            while (at < header.elements()) {
                int count = Math.min(BLOCK, header.elements() - at);
                ByteBuffer buffer =
                        ByteBuffer.wrap(in.readNBytes(count * bytes)).order(header.order());
                if (buffer.remaining() < count * bytes) {
                    throw wrong(name, header, at + buffer.remaining() / bytes, "the array ends here; save it again");
                }
                for (int i = 0; i < count; i++) {
                    store.add(finite(name, header, at, value(header.type(), buffer)), file.toString());
                    at++;
                }
                report(at, header);
            }
        } catch (ZipException | EOFException e) {
            throw wrong(name, header, at, "the file is damaged here or soon after; save it again");
        }
    }

    /** The next element. */
    static float value(NpyHeader.Type type, ByteBuffer buffer) {
        return switch (type) {
            case F4 -> buffer.getFloat();
            case F8 -> (float) buffer.getDouble();
            case I4 -> buffer.getInt();
            case I8 -> buffer.getLong();
            case U1 -> buffer.get() & 0xFF;
        };
    }

    private float finite(String name, NpyHeader header, int at, float value) throws DataException {
        if (!Float.isFinite(value)) {
            throw wrong(name, header, at, value + " is not a finite 32-bit float; correct the array");
        }
        return value;
    }

    private void report(int at, NpyHeader header) {
        progress.report(at / (header.elements() / header.samples()), header.samples());
        if (progress.canceled()) {
            throw new CancellationException();
        }
    }

    private DataException wrong(String name, NpyHeader header, int element, String message) {
        int perSample = header.elements() / header.samples();
        return new DataException("%s: %s.npy: byte %,d (row %,d): %s"
                .formatted(
                        file,
                        name,
                        header.length() + (long) element * header.type().bytes(),
                        element / perSample + 1,
                        message));
    }
}
