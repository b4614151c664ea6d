package org.backprop.core.launch;

import java.util.OptionalInt;

/**
 * The Spark cluster that a training computes on, and how.
 *
 * @param master its address
 * @param workers parts of a batch side by side, if the address does not say how many
 * @param averageEvery steps that each worker makes by itself before the parameters are averaged; empty if the gradients of each
 *     step are added up
 */
public record ClusterSetup(String master, OptionalInt workers, OptionalInt averageEvery) {}
