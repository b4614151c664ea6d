package org.backprop.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.backprop.engine.sweep.TrialProcess;
import org.backprop.engine.sweep.TrialStarter;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.Trial;

/** Trials of a sweep, each a job of Spark with one task, which Spark starts again where an executor is lost. */
final class SparkTrials implements TrialStarter, AutoCloseable {
    private static final int FAILED = 3;
    private static final int STOPPED = 130;

    private final JavaSparkContext context;
    private final TrialServer server;

    private SparkTrials(JavaSparkContext context, TrialServer server) {
        this.context = context;
        this.server = server;
    }

    static SparkTrials open(JavaSparkContext context) {
        return new SparkTrials(context, new TrialServer(context.getConf().get("spark.driver.host")));
    }

    @Override
    public TrialProcess start(SweepFolder sweep, Trial trial, Path output) {
        SweepFolder folder = new SweepFolder(sweep.path().toAbsolutePath().normalize());
        String run = trial.run().orElseThrow();
        TrialRecord record = new TrialRecord(folder, folder.run(run), output);
        String token = UUID.randomUUID().toString();
        server.expect(token, record);
        TrialOrder order = new TrialOrder(
                server.host(), server.port(), token, folder.path().getFileName().toString(), run, trial.number());
        JavaFutureAction<List<Integer>> job =
                context.parallelize(List.of(order), 1).map(TrialTask::run).collectAsync();
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("backprop-trial-" + trial.number()).start(() -> {
            exit.complete(await(job, record));
            server.forget(token);
        });
        return new Running(record, job, exit);
    }

    private static int await(JavaFutureAction<List<Integer>> job, TrialRecord record) {
        try {
            return job.get().getFirst();
        } catch (CancellationException e) {
            return STOPPED;
        } catch (ExecutionException e) {
            print(record, "backprop: the trial cannot be trained on Spark: " + Reasons.of(e));
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return STOPPED;
        }
    }

    private static void print(TrialRecord record, String line) {
        try {
            record.print(line);
        } catch (IOException unwritable) {
            System.err.println(line);
        }
    }

    /**
     * A trial under way, or waiting for an executor.
     *
     * @param record what it records
     * @param job its job
     * @param exit its exit code
     */
    private record Running(TrialRecord record, JavaFutureAction<List<Integer>> job, CompletableFuture<Integer> exit)
            implements TrialProcess {
        @Override
        public void stop() throws IOException {
            record.stop();
            if (!record.hasBegun()) {
                job.cancel(false);
                exit.complete(STOPPED);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
