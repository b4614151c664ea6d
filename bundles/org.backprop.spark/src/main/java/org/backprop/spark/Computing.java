package org.backprop.spark;

import java.io.Serializable;

import org.backprop.engine.train.PartWorker;

/**
 * What a worker computes.
 *
 * @param <O> what this worker is told
 * @param <P> what all workers are told
 * @param <R> the result
 */
@FunctionalInterface
interface Computing<O, P, R> extends Serializable {
    R on(PartWorker worker, O order, P point);
}
