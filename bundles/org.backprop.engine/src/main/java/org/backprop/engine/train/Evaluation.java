package org.backprop.engine.train;

import java.util.OptionalDouble;

/**
 * Quality of the network over a set of samples.
 *
 * @param samples number of samples, at least 1
 * @param loss mean loss of a sample
 * @param accuracy share of samples whose greatest output is the label, in [0, 1]; empty for regression
 */
public record Evaluation(int samples, double loss, OptionalDouble accuracy) {}
