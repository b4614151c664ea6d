package org.backprop.spark;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.run.PartTask;
import org.backprop.engine.train.BatchPart;
import org.backprop.engine.train.Distribution;
import org.backprop.engine.train.DistributionException;
import org.backprop.engine.train.PartGradient;

import scala.Tuple2;

/** Gradients of batches, each a job of Spark: a task for each part. A task that is lost is made again by Spark. */
final class SparkGradients implements Distribution {
    private final JavaSparkContext context;
    private final Broadcast<Setup> setup;
    private final int parts;
    private final GradientTree tree;

    private SparkGradients(JavaSparkContext context, Broadcast<Setup> setup, int parts) {
        this.context = context;
        this.setup = setup;
        this.parts = parts;
        tree = new GradientTree(parts);
    }

    /** Opens workers in all executors; those of executors that come later open with their first step. */
    static SparkGradients open(JavaSparkContext context, PartTask task, int parts) throws ClusterException {
        int rows = BatchPart.mostRows(task.batch(), parts);
        Broadcast<Setup> setup = context.broadcast(new Setup(UUID.randomUUID().toString(), task, rows));
        List<Integer> numbers = IntStream.range(0, parts).boxed().toList();
        List<String> failures;
        try {
            failures = context.parallelize(numbers, parts)
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
        return new SparkGradients(context, setup, parts);
    }

    @Override
    public PartGradient gradient(BatchPart batch, float[] parameters, float[] statistics) {
        List<BatchPart> split = batch.split(parts);
        Broadcast<Point> point = context.broadcast(new Point(parameters, statistics));
        try {
            List<Tuple2<Integer, BatchPart>> numbered = IntStream.range(0, split.size())
                    .mapToObj(i -> new Tuple2<>(i, split.get(i)))
                    .toList();
            JavaPairRDD<Integer, PartGradient> gradients =
                    context.parallelizePairs(numbered, split.size()).mapValues(new ComputePart(setup, point));
            return tree.sum(gradients, split.size());
        } catch (RuntimeException e) {
            throw new DistributionException(
                    "step " + (batch.step() + 1) + " cannot be computed on Spark: " + Reasons.of(e), e);
        } finally {
            point.destroy();
        }
    }
}
