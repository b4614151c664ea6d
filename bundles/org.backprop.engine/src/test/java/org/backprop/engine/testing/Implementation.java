package org.backprop.engine.testing;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.FastKernels;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Nd4jKernels;

/** The implementations of the kernels that can run in this JVM: what holds for one must hold for all. */
public enum Implementation {
    ND4J {
        @Override
        public Kernels open(int threads) {
            return new Nd4jKernels(threads);
        }
    },
    NATIVE {
        @Override
        public Kernels open(int threads) {
            return FastKernels.open(threads);
        }
    };

    /** Opens the kernels. */
    public abstract Kernels open(int threads);

    /** Opens the kernels with two threads. */
    public Kernels open() {
        return open(2);
    }

    /** Those that can run here, for {@code @MethodSource}. */
    public static List<Implementation> all() {
        List<Implementation> all = new ArrayList<>(List.of(ND4J));
        if (FastKernels.obstacle().isEmpty()) {
            all.add(NATIVE);
        }
        return all;
    }
}
