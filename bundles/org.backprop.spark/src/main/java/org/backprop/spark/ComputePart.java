package org.backprop.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.backprop.engine.train.BatchPart;
import org.backprop.engine.train.PartGradient;

/**
 * Computes the gradient of a part of a batch in an executor.
 *
 * @param setup of the training
 * @param point the parameters of the step
 */
record ComputePart(Broadcast<Setup> setup, Broadcast<Point> point) implements Function<BatchPart, PartGradient> {
    @Override
    public PartGradient call(BatchPart part) throws Exception {
        return ExecutorWorkers.of(setup.value()).gradient(part, point.value());
    }
}
