package org.backprop.engine.kernels;

/** A result that each thread computes for its samples, to be summed up: the first in place, the others beside it. */
final class PartialSums {

    private final Nd4jScratch[] others;

    /** For at most this many threads. */
    PartialSums(int threads) {
        others = new Nd4jScratch[threads - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Nd4jScratch();
        }
    }

    /** Where a part is to be computed; null if the total is. */
    Nd4jView of(int part, Nd4jView total) {
        return part == 0 || total == null ? total : others[part - 1].view(total.rows(), total.columns());
    }

    /** Adds the parts to the total, if there is one. */
    void addUp(int parts, Nd4jView total) {
        for (int part = 1; total != null && part < parts; part++) {
            Blas.addScaled(1, of(part, total), total);
        }
    }
}
