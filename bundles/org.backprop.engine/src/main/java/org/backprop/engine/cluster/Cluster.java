package org.backprop.engine.cluster;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

import org.backprop.engine.data.Shard;
import org.backprop.engine.run.PartTask;
import org.backprop.engine.sweep.TrialStarter;
import org.backprop.engine.train.Distribution;

/** Several machines, or processes, that compute for this one until it is closed. */
public interface Cluster extends AutoCloseable {

    /** What it is, for people and {@code run.json}, such as {@code Spark 4.2.0 at local-cluster[2,1,1024], 2 workers}. */
    String describe();

    /**
     * Opens a worker of a training on each machine.
     *
     * @param shards the shards of the training set for so many workers; none if each worker reads all of it
     * @param averageEvery steps that each worker makes by itself before the parameters are averaged; empty if the gradients
     *     of each batch are added up
     * @throws ClusterException if one of them cannot load the data or compute; the message says which and why
     */
    Distribution distribute(PartTask task, IntFunction<List<Shard>> shards, OptionalInt averageEvery)
            throws ClusterException;

    /** What trains the trials of a sweep there; their runs are recorded here as they grow. */
    TrialStarter trials();

    @Override
    void close();
}
