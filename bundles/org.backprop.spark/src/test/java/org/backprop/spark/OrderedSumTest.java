package org.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.backprop.engine.train.BatchSums;
import org.backprop.engine.train.PartGradient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import scala.Tuple2;

class OrderedSumTest {
    private static PartGradient part(int i) {
        float[] gradient = {1f / (i + 1), (float) Math.pow(-10, i % 7)};
        BatchSums sums = new BatchSums(1, 4, i, 1, new int[] {i}, new int[] {8}, List.of());
        return new PartGradient(sums, gradient, new float[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 30})
    void allPartsAreAddedOnceWhicheverIsReadyFirst(int parts) {
        List<Tuple2<Integer, PartGradient>> numbered = IntStream.range(0, parts)
                .mapToObj(i -> new Tuple2<>(i, part(i)))
                .toList();
        SparkConf conf = new SparkConf()
                .setMaster("local[2]")
                .setAppName("tree")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
        try (JavaSparkContext context = new JavaSparkContext(conf)) {
            OrderedSum<PartGradient> sum = new OrderedSum<>(parts, PartGradient::sum);
            PartGradient first = sum.of(context.parallelizePairs(numbered, parts), parts);
            PartGradient again = sum.of(context.parallelizePairs(numbered, parts), parts);
            assertEquals(parts, first.batch().weight());
            assertEquals(4 * parts, first.batch().samples());
            assertEquals(parts * (parts - 1) / 2, first.batch().kept()[0]);
            assertEquals(
                    numbered.stream()
                            .mapToDouble(part -> part._2().gradient()[0])
                            .sum(),
                    first.gradient()[0],
                    1e-5);
            assertArrayEquals(first.gradient(), again.gradient(), 0);
        }
    }
}
