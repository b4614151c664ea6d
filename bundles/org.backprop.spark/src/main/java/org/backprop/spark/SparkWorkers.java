package org.backprop.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.data.Shard;
import org.backprop.engine.run.PartTask;
import org.backprop.engine.train.BatchPart;
import org.backprop.engine.train.DistributionException;

import scala.Tuple2;

/**
 * The workers of a training in the executors. With shards, the place of each worker is a cached partition, so that Spark
 * brings its work to the executor that has read its shard, and lets another executor read it when that one is lost.
 *
 * @param context the driver's
 * @param setup what each of them is told once
 * @param places of the workers that have shards; null if each worker has all samples
 * @param count how many work side by side
 */
record SparkWorkers(JavaSparkContext context, Broadcast<Setup> setup, JavaRDD<Place> places, int count) {

    /**
     * Opens workers in all executors; those of executors that come later open with their first step.
     *
     * @param shards of the workers, or none
     */
    static SparkWorkers open(JavaSparkContext context, PartTask task, List<Shard> shards, int count)
            throws ClusterException {
        int rows = BatchPart.mostRows(task.batch(), count);
        Broadcast<Setup> setup = context.broadcast(new Setup(UUID.randomUUID().toString(), task, rows));
        JavaRDD<Place> places = context.parallelize(
                IntStream.range(0, count)
                        .mapToObj(i -> new Place(i, shards.isEmpty() ? null : shards.get(i)))
                        .toList(),
                count);
        if (!shards.isEmpty()) {
            places.persist(StorageLevel.MEMORY_ONLY());
        }
        List<String> failures;
        try {
            failures = places.map(new OpenWorker(setup)).collect();
        } catch (RuntimeException e) {
            throw new ClusterException("the workers cannot be started: " + Reasons.of(e), e);
        }
        for (String failure : failures) {
            if (!failure.isEmpty()) {
                throw new ClusterException("the workers cannot be started; " + failure
                        + (shards.isEmpty()
                                ? ". The folder of the model and its data must be there under the same path"
                                : ""));
            }
        }
        return new SparkWorkers(context, setup, shards.isEmpty() ? null : places, count);
    }

    /** The number of shards; 0 if each worker has all samples. */
    int shards() {
        return places == null ? 0 : count;
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
        Broadcast<Orders<O, P>> sent = context.broadcast(new Orders<>(new ArrayList<>(orders), point));
        Broadcast<Setup> known = setup;
        try {
            JavaPairRDD<Integer, R> results = placesOf(orders.size()).mapToPair(place -> {
                O order = sent.value().each().get(place.number());
                P told = sent.value().point();
                R result = ExecutorWorkers.of(known.value(), place).compute(worker -> compute.on(worker, order, told));
                return new Tuple2<>(place.number(), result);
            });
            return new OrderedSum<>(count, sum).of(results, orders.size());
        } catch (RuntimeException e) {
            throw new DistributionException(what + " cannot be computed on Spark: " + Reasons.of(e), e);
        } finally {
            sent.destroy();
        }
    }

    private JavaRDD<Place> placesOf(int working) {
        if (places != null) {
            return places.filter(place -> place.number() < working);
        }
        List<Place> numbers =
                IntStream.range(0, working).mapToObj(i -> new Place(i, null)).toList();
        return context.parallelize(numbers, working);
    }
}
