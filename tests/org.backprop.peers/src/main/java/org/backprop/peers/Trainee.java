package org.backprop.peers;

/** A network of a peer, ready to train. */
interface Trainee {

    /** Goes back to the initial parameters and a new optimizer. */
    void reset();

    /**
     * Makes steps on the batches from number {@code first} on; after the last batch comes the first again.
     *
     * @param steps at least 1
     * @return mean loss of the last batch, before its update
     */
    double train(int first, int steps);
}
