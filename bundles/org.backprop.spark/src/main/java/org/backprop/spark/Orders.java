package org.backprop.spark;

import java.io.Serializable;
import java.util.List;

/**
 * What the executors are told for one job.
 *
 * @param <O> what one worker is told
 * @param <P> what all workers are told
 * @param each of the workers' orders
 * @param point for all
 */
record Orders<O, P>(List<O> each, P point) implements Serializable {}
