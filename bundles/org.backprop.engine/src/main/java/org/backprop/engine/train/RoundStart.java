package org.backprop.engine.train;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Map;

/**
 * What each worker of local SGD begins a round with: all that the updates depend on beside the batches.
 *
 * @param vectors the flat vector of the parameters, that of the running statistics if the network has any, and what the
 *     updates remember of each parameter
 * @param removed the parameters that were pruned, by their places in the flat vector
 * @param numbers what the updates remember beside the vectors, by name
 * @param live the present values of what can be changed in flight, by path
 */
public record RoundStart(float[][] vectors, BitSet removed, Map<String, Double> numbers, Map<String, Double> live)
        implements Serializable {}
