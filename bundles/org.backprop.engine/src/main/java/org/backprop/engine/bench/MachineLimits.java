package org.backprop.engine.bench;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;

/**
 * The fastest that this machine was seen to compute, with one number of threads.
 *
 * @param flops multiplications and additions a second, in products of square float32 matrices
 * @param bytes bytes of memory read or written a second, beyond the caches
 */
public record MachineLimits(double flops, double bytes) {
    private static final List<Integer> SIZES = List.of(1024, 2048);
    private static final int LEAST_REPEATS = 2;
    /** More than the caches hold. */
    private static final int MEMORY = 1 << 25;

    private static final double NANOS = 1e9;

    /**
     * Measures products with each of the kernels, of which the fastest counts, and copies of large arrays.
     *
     * @param seconds about how long to try each of them
     */
    public static MachineLimits measure(List<Kernels> kernels, int threads, double seconds) {
        double flops = kernels.stream()
                .flatMapToDouble(each -> SIZES.stream().mapToDouble(size -> product(each, size, seconds)))
                .max()
                .orElseThrow();
        return new MachineLimits(flops, copy(threads, seconds));
    }

    private static double product(Kernels kernels, int size, double budget) {
        View[] matrices = new View[3];
        for (int i = 0; i < matrices.length; i++) {
            matrices[i] = kernels.allocate((long) size * size).view(0, size, size);
            kernels.fill(matrices[i], 1);
        }
        double seconds = best(
                budget, () -> kernels.denseForward(matrices[0], matrices[1], null, Activation.LINEAR, matrices[2]));
        return 2.0 * size * size * size / seconds;
    }

    private static double copy(int threads, double budget) {
        float[][] from = new float[threads][MEMORY / threads];
        float[][] to = new float[threads][MEMORY / threads];
        double seconds = best(
                budget,
                () -> IntStream.range(0, threads)
                        .mapToObj(i ->
                                Thread.ofPlatform().start(() -> System.arraycopy(from[i], 0, to[i], 0, to[i].length)))
                        .toList()
                        .forEach(MachineLimits::join));
        return 2.0 * threads * to[0].length * Float.BYTES / seconds;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The shortest time of some work, which is repeated until the budget is spent, in seconds. */
    private static double best(double budget, Runnable work) {
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        for (int i = 0; i < LEAST_REPEATS || spent < budget; i++) {
            long start = System.nanoTime();
            work.run();
            double seconds = (System.nanoTime() - start) / NANOS;
            best = Math.min(best, seconds);
            spent += seconds;
        }
        return best;
    }
}
