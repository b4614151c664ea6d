package org.backprop.engine.data.npz;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Memory;
import org.backprop.model.data.NpyHeader;
import org.backprop.model.data.NpzFile;

/** Features without targets, from a NumPy array [samples, ...] or [...] for one sample. */
public final class NpySamples {

    private NpySamples() {}

    /**
     * Reads a {@code .npy} file.
     *
     * @param width number of features of a sample
     * @throws DataException if it is malformed, or no whole samples
     */
    public static float[] read(Path file, int width) throws DataException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(file.toString(), in, width);
        }
    }

    /** Reads an array of a {@code .npz} file, see {@link #read}. */
    public static float[] read(Path file, String array, int width) throws DataException, IOException {
        try (NpzFile npz = NpzFile.open(file);
                InputStream in = npz.array(array, "features")) {
            return read(file + ": " + array + ".npy", in, width);
        }
    }

    private static float[] read(String what, InputStream in, int width) throws DataException, IOException {
        NpyHeader header;
        try {
            header = NpyHeader.read(in);
        } catch (NpyHeader.MalformedException e) {
            throw new DataException(what + ": " + e.getMessage(), e);
        }
        if (header.elements() % width != 0) {
            throw new DataException("%s: the array has the shape %s, but a sample of the network has %,d values"
                    .formatted(what, header.dims(), width));
        }
        float[] values = Memory.floats(header.elements() / width, width, what);
        for (int i = 0; i < values.length; i++) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(in.readNBytes(header.type().bytes())).order(header.order());
            if (bytes.remaining() < header.type().bytes()) {
                throw new DataException(
                        "%s: the array ends after %,d of %,d elements".formatted(what, i, values.length));
            }
            values[i] = NpzLoader.value(header.type(), bytes);
        }
        return values;
    }
}
