package org.backprop.engine.kernels;

/**
 * Shape of a long short-term memory layer.
 *
 * @param steps length T of the sequences
 * @param inputs elements F of each step of the input
 * @param units elements H of the state
 * @param sequences whether the output holds the state after each step, not only after the last
 */
public record LstmShape(int steps, int inputs, int units, boolean sequences) {

    /** Elements of working memory that a sample needs between the forward and the backward pass. */
    public int workspace() {
        return Math.addExact(Math.multiplyExact(Math.multiplyExact(6, steps), units), 2 * units);
    }
}
