package org.backprop.model;

/** A layer that reads a sequence step by step and keeps a state. */
public sealed interface RecurrentLayer extends UnaryLayer permits LstmLayer, SimpleRnnLayer, GruLayer {

    /** Number of elements of the state. */
    int units();

    /** Whether the output is the state after each step, not only after the last. */
    boolean returnSequences();
}
