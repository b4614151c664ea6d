package org.backprop.core.control;

/** Takes the trainers that {@link RunControls} knows. Implemented by the same OSGi service, for those who start trainers. */
public interface TrainerRegistry {
    /** Adds a trainer, until its conversation ends. */
    void add(ControlServer trainer);
}
