package org.backprop.peers;

import org.backprop.engine.kernels.Nd4jKernels;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Which of the two thread pools under ND4J gets the cores. With both, as they come, they fight for them and a step takes
 * many times longer; which of the two is better depends on the network.
 */
enum ThreadChoice {
    BLAS("threads in BLAS"),
    OPERATIONS("threads in ND4J's operations");

    private static final int REPEATS = 3;
    private static final int STEPS = 3;

    private final String description;

    ThreadChoice(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /** Makes the settings of our own portable path; before ND4J is first used. */
    static void prepare(int threads) {
        new Nd4jKernels(threads);
    }

    /** Tries both, one after the other and again; the faster one holds from then on. */
    static ThreadChoice fastest(Trainee trainee, int threads) {
        long[] best = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (int i = 0; i < REPEATS; i++) {
            for (ThreadChoice choice : values()) {
                choice.apply(threads);
                best[choice.ordinal()] = Math.min(best[choice.ordinal()], nanos(trainee));
            }
        }
        ThreadChoice fastest = best[0] <= best[1] ? BLAS : OPERATIONS;
        fastest.apply(threads);
        return fastest;
    }

    private static long nanos(Trainee trainee) {
        trainee.reset();
        trainee.train(0, 1);
        long start = System.nanoTime();
        trainee.train(1, STEPS);
        return System.nanoTime() - start;
    }

    private void apply(int threads) {
        int operations = this == OPERATIONS ? threads : 1;
        Nd4j.getEnvironment().setMaxThreads(operations);
        Nd4j.getEnvironment().setMaxMasterThreads(operations);
        openblas_nolapack.blas_set_num_threads(this == BLAS ? threads : 1);
    }
}
