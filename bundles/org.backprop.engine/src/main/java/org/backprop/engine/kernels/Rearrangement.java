package org.backprop.engine.kernels;

/**
 * Which elements {@link Kernels#rearrange} moves where: for all indices i below the counts, the element {@code
 * fromOffset + sum of i_k fromSteps_k} to {@code toOffset + sum of i_k toSteps_k}. A step may be 0, which repeats an
 * element or, where it adds, adds up. Nobody changes the arrays.
 *
 * @param counts number of indices in each dimension, the outermost first; the first is shared among the threads, so
 *     that
 *     different first indices must not write to the same element
 * @param fromOffset the first element that is read
 * @param fromSteps distances in the source
 * @param toOffset the first element that is written
 * @param toSteps distances in the result
 * @param adds whether the elements are added to what the result holds, instead of replacing it
 */
public record Rearrangement(int[] counts, int fromOffset, int[] fromSteps, int toOffset, int[] toSteps, boolean adds) {

    public Rearrangement {
        if (counts.length == 0 || counts.length != fromSteps.length || counts.length != toSteps.length) {
            throw new IllegalArgumentException("counts and steps differ in number");
        }
    }

    /** The same elements moved back, added up where they were repeated. */
    public Rearrangement back(boolean adds) {
        return new Rearrangement(counts, toOffset, toSteps, fromOffset, fromSteps, adds);
    }
}
