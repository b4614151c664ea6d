package org.backprop.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.api.java.JavaSparkContext;
import org.backprop.engine.bench.Folders;
import org.backprop.engine.cluster.Cluster;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.cluster.ClusterSettings;
import org.backprop.engine.data.Shard;
import org.backprop.engine.run.PartTask;
import org.backprop.engine.sweep.TrialStarter;
import org.backprop.engine.train.Distribution;

/** A context of Spark, of which this process is the driver. */
final class SparkCluster implements Cluster {
    /** Before that of Spark, which ends all executors. */
    private static final int BEFORE_SPARK = 1000;

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final JavaSparkContext context;
    private final Master master;
    private final OptionalInt workers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private SparkTrials trials;

    private SparkCluster(JavaSparkContext context, Master master, OptionalInt workers) {
        this.context = context;
        this.master = master;
        this.workers = workers;
        context.sc().addSparkListener(new LostExecutors());
        ShutdownHookManager.get().addShutdownHook(this::awaitEnd, BEFORE_SPARK);
    }

    static SparkCluster connect(ClusterSettings settings) throws ClusterException {
        Master master = new Master(settings.master());
        if (System.getProperty(Configuration.LOG_KEY) == null) {
            System.setProperty(Configuration.LOG_KEY, Configuration.LOG_FILE);
        }
        try {
            JavaSparkContext context = new JavaSparkContext(Configuration.of(settings, master));
            return new SparkCluster(
                    context, master, settings.workers().isPresent() ? settings.workers() : master.executors());
        } catch (RuntimeException e) {
            throw new ClusterException("Spark cannot be reached at " + master.url() + ": " + Reasons.of(e), e);
        }
    }

    /** Lets a training that is asked to stop make its last step and write its checkpoint before Spark stops, too. */
    private void awaitEnd() {
        try {
            closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    JavaSparkContext context() {
        return context;
    }

    @Override
    public String describe() {
        return "Spark " + context.version() + " at " + master.url()
                + (workers.isPresent() ? ", workers: " + workers.getAsInt() : "");
    }

    @Override
    public Distribution distribute(PartTask task, IntFunction<List<Shard>> shards, OptionalInt averageEvery)
            throws ClusterException {
        int parts = workers.orElseThrow(() -> new ClusterException("how many executors " + master.url()
                + " has is not known: say how many parts of a batch are computed side by side with --workers N"));
        List<Shard> known = shards.apply(parts);
        if (!known.isEmpty()) {
            awaitExecutors(parts);
        }
        SparkWorkers opened = SparkWorkers.open(context, task, known, parts);
        return averageEvery.isPresent() ? new SparkRounds(opened, averageEvery.getAsInt()) : new SparkGradients(opened);
    }

    /** Waits a while until there are as many executors as workers: each shall read one shard. */
    private void awaitExecutors(int count) {
        int expected = master.isHere() && !master.isProcesses() ? 0 : count;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (executors() < expected && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private int executors() {
        return context.sc().statusTracker().getExecutorInfos().length - 1; // the driver is one of them
    }

    @Override
    public TrialStarter trials() {
        if (trials == null) {
            trials = SparkTrials.open(context);
        }
        return trials;
    }

    @Override
    public void close() {
        closed.countDown();
        Optional<Path> work = master.isProcesses()
                ? Configuration.home()
                        .map(home -> home.resolve("work").resolve(context.sc().applicationId()))
                : Optional.empty();
        if (trials != null) {
            trials.close();
        }
        context.close();
        try {
            if (work.isPresent()) {
                Folders.delete(work.get());
            }
            Scratch.delete();
        } catch (IOException left) {
            System.err.println("backprop: warning: temporary files of the executors were left: " + left.getMessage());
        }
    }
}
