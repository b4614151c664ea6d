package org.backprop.spark;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.run.PartTask;
import org.backprop.engine.train.BatchPart;
import org.backprop.engine.train.DistributionException;

import scala.Tuple2;

/**
 * The workers of a training in the executors.
 *
 * @param context the driver's
 * @param setup what each of them is told once
 * @param count how many work side by side
 */
record SparkWorkers(JavaSparkContext context, Broadcast<Setup> setup, int count) {

    /** Opens workers in all executors; those of executors that come later open with their first step. */
    static SparkWorkers open(JavaSparkContext context, PartTask task, int count) throws ClusterException {
        int rows = BatchPart.mostRows(task.batch(), count);
        Broadcast<Setup> setup = context.broadcast(new Setup(UUID.randomUUID().toString(), task, rows));
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        List<String> failures;
        try {
            failures = context.parallelize(numbers, count)
                    .map(new OpenWorker(setup))
                    .collect();
        } catch (RuntimeException e) {
            throw new ClusterException("the workers cannot be started: " + Reasons.of(e), e);
        }
        for (String failure : failures) {
            if (!failure.isEmpty()) {
                throw new ClusterException("the workers cannot be started; " + failure
                        + ". The folder of the model and its data must be there under the same path");
            }
        }
        return new SparkWorkers(context, setup, count);
    }

    /**
     * Computes something on each worker, as a job of Spark with a task for each. A task that is lost is made again by Spark.
     *
     * @param orders what each worker computes
     * @param point what all of them are told
     * @param compute computes it there
     * @param sum adds up the results
     * @param what is computed, for the user
     */
    <O, P, R> R compute(List<O> orders, P point, Computing<O, P, R> compute, Function<List<R>, R> sum, String what) {
        Broadcast<P> sent = context.broadcast(point);
        Broadcast<Setup> known = setup;
        try {
            List<Tuple2<Integer, O>> numbered = IntStream.range(0, orders.size())
                    .mapToObj(i -> new Tuple2<>(i, orders.get(i)))
                    .toList();
            return new OrderedSum<>(count, sum)
                    .of(
                            context.parallelizePairs(numbered, orders.size())
                                    .mapValues(order -> ExecutorWorkers.of(known.value())
                                            .compute(worker -> compute.on(worker, order, sent.value()))),
                            orders.size());
        } catch (RuntimeException e) {
            throw new DistributionException(what + " cannot be computed on Spark: " + Reasons.of(e), e);
        } finally {
            sent.destroy();
        }
    }
}
