package org.backprop.engine.run;

import java.nio.file.Path;
import java.util.Optional;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.train.Distribution;

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

    /** What computes, for people and {@code run.json}. */
    default String describe(Kernels kernels) {
        return kernels.device();
    }

    /**
     * Other machines that compute the gradients of a training's batches; empty if this one does.
     *
     * @param folder where the data paths of the model start
     * @throws BackendException if they cannot
     */
    default Optional<Distribution> distribution(TrainingTask task, Path folder) throws BackendException {
        return Optional.empty();
    }
}
