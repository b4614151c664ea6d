package org.backprop.model.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.backprop.model.Code;
import org.backprop.model.Shape;

/**
 * The header of an IDX file: two zero bytes, the type of the elements, the number of dimensions, then each dimension as
 * a big-endian 32-bit integer. The elements follow, last dimension fastest.
 *
 * @param elementType 8 unsigned byte, 9 signed byte, 11 short, 12 int, 13 float, 14 double
 * @param dims sizes, the number of samples first
 */
public record IdxHeader(int elementType, List<Integer> dims) {

    private static final int MOST_DIMENSIONS = 8;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** Copies the list. */
    public IdxHeader {
        dims = List.copyOf(dims);
    }

    /**
     * Reads a header. Of a file that is not compressed the length is checked too.
     *
     * @throws NoSuchFileException if the file is not there
     * @throws DataFormatException if it is not an IDX file, is truncated or too long; the message has the byte offset
     */
    public static IdxHeader read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        boolean compressed = isCompressed(file);
        try (DataInputStream in = open(file, compressed)) {
            IdxHeader header = parse(file, in);
            if (!compressed) {
                header.requireLength(file);
            }
            return header;
        } catch (ZipException | EOFException e) {
            throw malformed(file, compressed ? "is not a complete gzip file" : "ends inside the header");
        }
    }

    /** The bytes of a file as if it were not compressed, from the first element on. */
    DataInputStream elements(Path file) throws IOException {
        DataInputStream in = open(file, isCompressed(file));
        try {
            in.skipNBytes(length());
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static DataInputStream open(Path file, boolean compressed) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new DataInputStream(compressed ? new BufferedInputStream(new GZIPInputStream(raw)) : raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** Number of samples. */
    public int samples() {
        return dims.getFirst();
    }

    /** Number of bytes before the first element. */
    public int length() {
        return 4 + 4 * dims.size();
    }

    /** Number of bytes of one element. */
    public int elementBytes() {
        return switch (elementType) {
            case 0x0B -> 2;
            case 0x0C, 0x0D -> 4;
            case 0x0E -> 8;
            default -> 1;
        };
    }

    /** Shape of one sample; a matrix is one channel: [1, rows, columns]. */
    public Shape sampleShape() {
        List<Integer> sample = new ArrayList<>(dims.subList(1, dims.size()));
        if (sample.size() == 2) {
            sample.addFirst(1);
        }
        return new Shape(sample.isEmpty() ? List.of(1) : sample);
    }

    private static boolean isCompressed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (in.read() << 8 | in.read()) == GZIP_MAGIC;
        }
    }

    private static IdxHeader parse(Path file, DataInputStream in) throws IOException {
        if (in.readUnsignedShort() != 0) {
            throw malformed(file, "is not an IDX file: the two bytes at offset 0 must be 0");
        }
        int type = in.readUnsignedByte();
        if (!List.of(0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x0E).contains(type)) {
            throw malformed(file, "is not an IDX file: the byte at offset 2 must be an element type, is " + type);
        }
        int rank = in.readUnsignedByte();
        if (rank == 0 || rank > MOST_DIMENSIONS) {
            throw malformed(
                    file, "has " + rank + " dimensions by the byte at offset 3, must be 1 to " + MOST_DIMENSIONS);
        }
        List<Integer> dims = new ArrayList<>();
        long elements = 1;
        for (int i = 0; i < rank; i++) {
            int dim = in.readInt();
            elements = dim < 1 ? Long.MAX_VALUE : i == 0 ? 1 : elements * dim;
            if (elements > Integer.MAX_VALUE) {
                throw malformed(
                        file, "has the dimension " + dim + " at offset " + (4 + 4 * i) + ", which is not possible");
            }
            dims.add(dim);
        }
        return new IdxHeader(type, dims);
    }

    private void requireLength(Path file) throws IOException {
        long expected =
                length() + dims.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b) * elementBytes();
        long actual = Files.size(file);
        if (actual != expected) {
            throw malformed(
                    file,
                    (actual < expected ? "is truncated: it ends at byte " : "is too long: it ends at byte ") + actual
                            + ", its dimensions " + dims + " need " + expected);
        }
    }

    private static DataFormatException malformed(Path file, String message) {
        return new DataFormatException(Code.DATA_UNREADABLE, "path", file + " " + message);
    }
}
