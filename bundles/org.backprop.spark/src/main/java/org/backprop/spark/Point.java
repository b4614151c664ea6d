package org.backprop.spark;

import java.io.Serializable;

/**
 * Where a gradient is computed: what all workers are told for each step.
 *
 * @param parameters the flat vector of the parameters
 * @param statistics the flat vector of the running statistics
 */
record Point(float[] parameters, float[] statistics) implements Serializable {}
