package org.backprop.engine.kernels.vector;

/**
 * How the samples of a batch are divided for the gradient with respect to the weights: into chunks whose sums are added in
 * order, and each chunk into groups that fit the cache. Depends on sizes only, not on the number of threads.
 */
final class ConvolutionChunks {

    private static final int MOST_CHUNKS = 16;

    /** Positions that should at least be summed up before the lanes of the sums are added. */
    private static final int LEAST_POSITIONS = 1024;

    /** Floats that the runs of a group's samples may take. */
    private static final int GROUP_SIZE = 256 * 1024;

    /** Floats that the sums of all chunks may take. */
    private static final int SUMS_SIZE = 4 * 1024 * 1024;

    private ConvolutionChunks() {}

    /** Number of chunks. */
    static int count(int samples, Convolution convolution) {
        long positions = (long) samples * convolution.positions();
        int mostSums = Math.max(2, SUMS_SIZE / (convolution.filters() * convolution.terms()));
        return Math.clamp(positions / LEAST_POSITIONS, 1, Math.min(samples, Math.min(MOST_CHUNKS, mostSums)));
    }

    /** Samples in a group. */
    static int group(int samples, int chunks, Convolution convolution) {
        int enough = Math.ceilDiv(LEAST_POSITIONS, convolution.positions());
        int most = Math.max(1, GROUP_SIZE / convolution.lowering().size());
        int chunk = Math.ceilDiv(samples, chunks);
        return Math.ceilDiv(chunk, Math.ceilDiv(chunk, Math.min(enough, most)));
    }
}
