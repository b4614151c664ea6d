package org.backprop.engine.pruning;

import org.backprop.engine.network.Plan;

/** The samples that saliencies are measured on. */
public interface Samples {

    /** Number of samples. */
    int count();

    /** Fills the plan's batch with the samples from number {@code from} on. */
    void load(Plan plan, int from);
}
