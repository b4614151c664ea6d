package org.backprop.engine.bench;

import java.util.Optional;

import org.backprop.engine.kernels.FastKernels;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.run.KernelsChoice;

/** Opens kernels for a number of threads, and never others than those asked for. */
public final class BenchKernels {

    private BenchKernels() {}

    /** The fast kernels where they can run, else the portable ones. */
    public static KernelsChoice preferred() {
        return obstacle(KernelsChoice.NATIVE).isEmpty() ? KernelsChoice.NATIVE : KernelsChoice.ND4J;
    }

    /** Why these kernels cannot run here; empty if they can. */
    public static Optional<String> obstacle(KernelsChoice choice) {
        return switch (choice) {
            case NATIVE -> FastKernels.obstacle();
            case ND4J -> Optional.empty();
        };
    }

    /** Opens the kernels; the number of threads may hold for the whole process. */
    public static Kernels open(KernelsChoice choice, int threads) {
        return switch (choice) {
            case NATIVE -> FastKernels.open(threads);
            case ND4J -> new Nd4jKernels(threads);
        };
    }
}
