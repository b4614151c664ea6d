package org.backprop.engine.bench;

/**
 * The least time that some work needs on a machine (the roofline model, Williams et al. 2009): that of its matrix products
 * or that of its memory traffic, whichever is longer.
 *
 * @param products seconds of the matrix products at the machine's peak
 * @param bytes seconds of the memory traffic at the machine's bandwidth
 */
record Floor(double products, double bytes) {
    private static final int READ_AND_WRITE = 2;

    /**
     * The floor of a training step. Its traffic is what no cache can save between two steps of a large network: the samples
     * are read, parameters and optimizer state read and written; gradients and activations could stay in a cache.
     *
     * @param flops multiplications and additions of the step's matrix products
     * @param samples float32 values of the batch
     * @param parameters number of parameters
     * @param slots numbers that the optimizer keeps for each parameter
     */
    static Floor ofStep(MachineLimits machine, double flops, long samples, long parameters, int slots) {
        double values = samples + (double) READ_AND_WRITE * parameters * (1 + slots);
        return new Floor(flops / machine.flops(), values * Float.BYTES / machine.bytes());
    }

    /** The longer of the two, in seconds. */
    double seconds() {
        return Math.max(products, bytes);
    }
}
