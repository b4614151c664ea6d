package org.backprop.engine.pruning;

import java.util.SequencedMap;

/**
 * What a removal makes of masks and weights.
 *
 * @param mask 1 for each element of the flat parameter vector that is kept, else 0
 * @param weights the flat parameter vector
 * @param result what is told about it
 * @param left the saliencies of the weights, blocks or units that it leaves, for each layer that was measured
 */
record Decision(float[] mask, float[] weights, PruneResult result, SequencedMap<String, float[]> left) {}
