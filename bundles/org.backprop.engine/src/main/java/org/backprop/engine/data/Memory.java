package org.backprop.engine.data;

/** Allocates what data sets are held in, or says why that is not possible. */
public final class Memory {

    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Memory() {}

    /**
     * Zeroes for {@code count} samples of {@code width} values (at least 1).
     *
     * @param what the data's name in the message
     * @throws DataException if there are too many for one array, or for this process's memory
     */
    public static float[] floats(long count, long width, String what) throws DataException {
        if (count > LONGEST_ARRAY / width) {
            throw new DataException("%s: more than the %,d values that a data set can hold; use fewer samples"
                    .formatted(what, LONGEST_ARRAY));
        }
        int values = (int) (count * width);
        try {
            return new float[values];
        } catch (OutOfMemoryError e) {
            throw new DataException(
                    "%s: %,d values take %,d MiB, more than is left of the %,d MiB that this process may use; use fewer samples or raise -Xmx"
                            .formatted(
                                    what,
                                    values,
                                    values >> 18,
                                    Runtime.getRuntime().maxMemory() >> 20),
                    e);
        }
    }
}
