package org.backprop.engine.data.augmentation;

/** One random change of a sample. It keeps nothing between samples, so that several threads may use it at once. */
interface Change {

    /**
     * Changes a sample in place.
     *
     * @param work random numbers, and memory for another sample
     */
    void apply(Specimen specimen, Work work);
}
