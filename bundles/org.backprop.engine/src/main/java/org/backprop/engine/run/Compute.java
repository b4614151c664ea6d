package org.backprop.engine.run;

import org.backprop.engine.kernels.Kernels;

/** Where a training computes. */
public interface Compute {
    /** The name of the backend, one of {@link Backends#names}. */
    String backend();

    /**
     * Opens the backend.
     *
     * @throws BackendException if it is not installed or cannot run on this machine
     */
    Kernels open(Remarks remarks) throws BackendException;
}
