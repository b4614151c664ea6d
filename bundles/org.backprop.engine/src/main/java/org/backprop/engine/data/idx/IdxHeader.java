package org.backprop.engine.data.idx;

import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;

/**
 * The header of an IDX file: two zero bytes, a type, the number of dimensions, and each dimension as 32 bits.
 *
 * @param type type of the values
 * @param dims the dimensions, at least one, each at least 1; the first counts the samples
 */
record IdxHeader(IdxType type, int[] dims) {

    private static final int MAGIC_BYTES = 4;

    /** Reads the header from the beginning of a file. */
    static IdxHeader read(IdxInput in) throws DataException {
        byte[] magic = in.read(MAGIC_BYTES, "the header");
        if (magic[0] != 0 || magic[1] != 0) {
            throw in.error(0, "this is not an IDX file, which begins with two zero bytes; correct data.idx.path");
        }
        IdxType type = IdxType.of(magic[2])
                .orElseThrow(() -> in.error(
                        2,
                        "type 0x%02x is not one of IDX (0x08, 0x09, 0x0b to 0x0e); the file is damaged"
                                .formatted(magic[2])));
        int rank = magic[3] & 0xFF;
        if (rank == 0) {
            throw in.error(3, "the number of dimensions is 0; the file is damaged");
        }
        int[] dims = new int[rank];
        long values = 1;
        for (int i = 0; i < rank; i++) {
            dims[i] = in.readInt("the header");
            int offset = MAGIC_BYTES + Integer.BYTES * i;
            if (dims[i] < 1) {
                throw in.error(
                        offset, "dimension %d is %,d; it must be 1 to %,d".formatted(i, dims[i], Integer.MAX_VALUE));
            }
            values *= dims[i];
            if (values > Integer.MAX_VALUE) {
                throw in.error(
                        offset,
                        "the dimensions make up more than %,d values; the file is damaged or too large to hold in memory"
                                .formatted(Integer.MAX_VALUE));
            }
        }
        return new IdxHeader(type, dims);
    }

    /** Length of the header in bytes. */
    int length() {
        return MAGIC_BYTES + Integer.BYTES * dims.length;
    }

    /** Number of values in the file. */
    int values() {
        return IntStream.of(dims).reduce(1, (a, b) -> a * b);
    }

    /** Length of the values in bytes. */
    long bytes() {
        return (long) values() * type.bytes();
    }
}
