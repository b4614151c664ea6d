package org.backprop.engine.kernels;

/**
 * Work that several threads share. Its arguments are fields, set before {@link Team#run}, so that starting it allocates
 * nothing.
 */
public interface Work {

    /**
     * Does one part.
     *
     * @param part number of the part, from 0
     * @param parts number of parts, the same for all of them
     */
    void run(int part, int parts);

    /** First of {@code count} items that belong to a part, in multiples of {@code step} items. */
    static int begin(int count, int step, int part, int parts) {
        long blocks = Math.ceilDiv(count, step);
        return (int) Math.min(count, blocks * part / parts * step);
    }

    /** One after the last of the items that belong to a part. */
    static int end(int count, int step, int part, int parts) {
        return begin(count, step, part + 1, parts);
    }
}
