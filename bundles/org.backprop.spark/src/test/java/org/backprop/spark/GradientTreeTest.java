package org.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.backprop.engine.train.PartGradient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import scala.Tuple2;

class GradientTreeTest {
    private static PartGradient part(int i) {
        float[] gradient = {1f / (i + 1), (float) Math.pow(-10, i % 7)};
        return new PartGradient(1, 4, i, 1, gradient, new float[0], new int[] {i}, new int[] {8}, List.of());
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
            GradientTree tree = new GradientTree(parts);
            PartGradient first = tree.sum(context.parallelizePairs(numbered, parts), parts);
            PartGradient again = tree.sum(context.parallelizePairs(numbered, parts), parts);
            assertEquals(parts, first.weight());
            assertEquals(4 * parts, first.samples());
            assertEquals(parts * (parts - 1) / 2, first.kept()[0]);
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
