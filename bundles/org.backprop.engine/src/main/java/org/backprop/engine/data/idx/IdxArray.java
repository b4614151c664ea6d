package org.backprop.engine.data.idx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Features;
import org.backprop.engine.data.FloatStore;
import org.backprop.engine.data.HeapFeatures;
import org.backprop.engine.data.Progress;

/**
 * The content of one IDX file.
 *
 * @param file where it is from
 * @param header type and dimensions
 * @param rows the values, finite
 */
record IdxArray(Path file, IdxHeader header, Features rows) {

    private static final int BLOCK = 1 << 16;
    private static final int WHITE = 255;

    /**
     * Reads a file. Memory grows with what the file holds, whatever its header says.
     *
     * @param scaled whether unsigned bytes are scaled to 0 to 1
     * @param store takes the values
     * @throws DataException if it is missing, malformed, truncated or too long; the message has the byte
     * @throws CancellationException if {@code progress} is canceled
     */
    static IdxArray read(Path file, boolean scaled, FloatStore store, Progress progress) throws DataException {
        try (IdxInput in = IdxInput.open(file)) {
            IdxHeader header = IdxHeader.read(in);
            if (!in.packed()) {
                checkLength(in, file, header);
            }
            int perSample = header.values() / header.dims()[0];
            float divisor = scaled && header.type() == IdxType.UNSIGNED_BYTE ? WHITE : 1;
            read(in, header, divisor, store, file, progress);
            in.end();
            return new IdxArray(file, header, store.features(perSample));
        }
    }

    /** All values, row by row, of an array that is in memory. */
    float[] values() {
        return ((HeapFeatures) rows).values();
    }

    /** Number of samples. */
    int count() {
        return header.dims()[0];
    }

    /** An exception about one value. */
    DataException error(int value, String message) {
        long offset = header.length() + (long) value * header.type().bytes();
        return new DataException("%s: byte %,d: %s".formatted(file, offset, message));
    }

    private static void checkLength(IdxInput in, Path file, IdxHeader header) throws DataException {
        long expected = header.length() + header.bytes();
        long actual;
        try {
            actual = Files.size(file);
        } catch (IOException e) {
            throw new DataException("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        if (actual < expected) {
            throw in.error(
                    actual, "the file is truncated: by its header it has %,d bytes; get it again".formatted(expected));
        }
        if (actual > expected) {
            throw in.error(
                    expected,
                    "by its header the file ends here, but %,d bytes follow; get it again"
                            .formatted(actual - expected));
        }
    }

    private static void read(
            IdxInput in, IdxHeader header, float divisor, FloatStore store, Path file, Progress progress)
            throws DataException {
        int rows = header.dims()[0];
        int perRow = header.values() / rows;
        int row = 0;
        while (row < rows) {
            int begin = row;
            while (row < rows && !store.wants(row)) {
                row++;
            }
            in.skip((long) (row - begin) * perRow * header.type().bytes(), "the values");
            begin = row;
            while (row < rows && row - begin < Math.max(1, BLOCK / perRow) && store.wants(row)) {
                row++;
            }
            readValues(in, header, (row - begin) * perRow, divisor, store, file);
            progress.report(row, rows);
            if (progress.canceled()) {
                throw new CancellationException();
            }
        }
    }

    private static void readValues(IdxInput in, IdxHeader header, int count, float divisor, FloatStore store, Path file)
            throws DataException {
        int bytes = header.type().bytes();
        for (int done = 0; done < count; ) {
            int block = Math.min(BLOCK / bytes, count - done);
            long start = in.offset();
            ByteBuffer buffer = ByteBuffer.wrap(in.read(block * bytes, "the values"));
            for (int i = 0; i < block; i++) {
                float value = header.type().decode(buffer);
                if (!Float.isFinite(value)) {
                    throw in.error(
                            start + (long) i * bytes,
                            "%s is not a finite 32-bit float; correct the file".formatted(value));
                }
                store.add(value / divisor, file.toString());
            }
            done += block;
        }
    }
}
