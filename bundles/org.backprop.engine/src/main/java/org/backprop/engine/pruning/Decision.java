package org.backprop.engine.pruning;

/**
 * What a removal makes of masks and weights.
 *
 * @param mask 1 for each element of the flat parameter vector that is kept, else 0
 * @param weights the flat parameter vector
 * @param result what is told about it
 */
record Decision(float[] mask, float[] weights, PruneResult result) {}
