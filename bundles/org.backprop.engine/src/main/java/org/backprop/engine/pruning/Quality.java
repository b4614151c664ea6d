package org.backprop.engine.pruning;

import java.util.OptionalDouble;

/**
 * How good a network is on some samples.
 *
 * @param loss mean loss with penalties
 * @param accuracy share of samples that are classified correctly; empty if the network does not classify
 * @param samples number of samples
 */
public record Quality(double loss, OptionalDouble accuracy, int samples) {}
