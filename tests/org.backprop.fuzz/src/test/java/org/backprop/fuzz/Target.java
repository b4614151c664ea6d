package org.backprop.fuzz;

import java.nio.file.Path;
import java.util.List;

/**
 * A format that comes from strangers, and what reads it.
 *
 * @param name of the format
 * @param seeds well-formed inputs
 * @param failures the exceptions that a reader may throw; none where the reader reports problems instead
 * @param reader reads one input
 * @param share of the mutations that it gets
 */
record Target(String name, List<byte[]> seeds, List<Class<? extends Exception>> failures, Reader reader, double share) {

    private static final double SMALL_SHARE = 0.1;

    /** A target that gets all mutations. */
    Target(String name, List<byte[]> seeds, List<Class<? extends Exception>> failures, Reader reader) {
        this(name, seeds, failures, reader, 1);
    }

    /** The same with a tenth of the mutations: much of what reads it reads another target, too. */
    Target minor() {
        return new Target(name, seeds, failures, reader, SMALL_SHARE);
    }

    /** Reads one input, which it may write into a folder of its own first. */
    @FunctionalInterface
    interface Reader {
        /** Whether the input was accepted. */
        boolean read(byte[] input, Path folder) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }
}
