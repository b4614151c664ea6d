package org.backprop.spark;

import org.backprop.engine.train.BatchPart;
import org.backprop.engine.train.PartGradient;
import org.backprop.engine.train.SynchronousSgd;

/**
 * Gradients of batches, each a job of Spark.
 *
 * @param workers which compute them
 */
record SparkGradients(SparkWorkers workers) implements SynchronousSgd {
    @Override
    public PartGradient gradient(BatchPart batch, float[] parameters, float[] statistics) {
        return workers.compute(
                batch.split(workers.count()),
                new Point(parameters, statistics),
                (worker, part, point) -> worker.gradient(part, point.parameters(), point.statistics()),
                PartGradient::sum,
                "step " + (batch.step() + 1));
    }

    @Override
    public int shards() {
        return workers.shards();
    }
}
