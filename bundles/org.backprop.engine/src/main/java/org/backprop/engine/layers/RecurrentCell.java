package org.backprop.engine.layers;

import org.backprop.engine.kernels.Kernels;

/** What a recurrent layer computes at each step; states are {@code [n, H]}, the first of them zeros. */
interface RecurrentCell {

    /** A cell bound to the memory of a sequence. */
    interface Factory {
        RecurrentCell bind(Kernels kernels, RecurrentMemory memory, Carver workspace);
    }

    /** Reads all inputs, before the first step. */
    void readInputs();

    /** Computes state t + 1 from state t. */
    void step(int t);

    /**
     * From the gradient with respect to state t + 1, in {@link RecurrentMemory#stateGradient}, computes that of the
     * gates at this step and, in its place, of state t.
     */
    void stepBack(int t);

    /** Computes the gradients of the parameters and of the inputs, after the last step back. */
    void finishBack();
}
