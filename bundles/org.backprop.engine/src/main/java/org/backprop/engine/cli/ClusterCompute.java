package org.backprop.engine.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import org.backprop.engine.cluster.Cluster;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Compute;
import org.backprop.engine.run.PartTask;
import org.backprop.engine.run.Remarks;
import org.backprop.engine.run.Shards;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.Distribution;

/**
 * Computes gradients on a cluster, and everything else here.
 *
 * @param here what was asked for on the command line
 * @param cluster the cluster, connected
 * @param averageEvery as {@link Cluster#distribute}
 */
record ClusterCompute(ComputeOptions here, Cluster cluster, OptionalInt averageEvery) implements Compute {

    @Override
    public String backend() {
        return here.backend();
    }

    @Override
    public Kernels open(Remarks remarks) throws BackendException {
        return here.open(remarks);
    }

    @Override
    public String describe(Kernels kernels) {
        return kernels.device() + " and " + cluster.describe()
                + (averageEvery.isPresent() ? ", parameters averaged every " + averageEvery.getAsInt() + " steps" : "");
    }

    @Override
    public Optional<Distribution> distribution(TrainingTask task, Path folder) throws BackendException {
        try {
            return Optional.of(cluster.distribute(
                    PartTask.of(task, folder, here.kernels()), workers -> Shards.of(task, workers), averageEvery));
        } catch (ClusterException e) {
            throw new BackendException(e.getMessage(), e);
        }
    }
}
