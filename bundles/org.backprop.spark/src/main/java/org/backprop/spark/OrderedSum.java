package org.backprop.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.function.Function;

import scala.Tuple2;

/**
 * Adds up what workers have computed: a few in the driver, many in groups on the executors first, so that the driver receives
 * about the square root of their number. Always in the order of the workers, so that the sum has the same bits whichever is
 * ready first. ({@code RDD.treeAggregate} adds in the order in which results come.)
 *
 * @param <T> what is added
 * @param most most workers
 * @param sum adds what it gets in order
 */
record OrderedSum<T>(int most, Function<List<T>, T> sum) implements Serializable {
    private static final int MOST_IN_DRIVER = 8;

    /**
     * The sum.
     *
     * @param terms by number of the worker
     * @param count their number
     */
    T of(JavaPairRDD<Integer, T> terms, int count) {
        if (count <= MOST_IN_DRIVER) {
            return inOrder(terms.collect());
        }
        int groups = (int) Math.ceil(Math.sqrt(most));
        int size = Math.ceilDiv(count, groups);
        return inOrder(terms.mapToPair(term -> new Tuple2<>(term._1() / size, term))
                .groupByKey(groups)
                .mapToPair(grouped -> {
                    List<Tuple2<Integer, T>> members = new ArrayList<>();
                    grouped._2().forEach(members::add);
                    return new Tuple2<>(grouped._1(), inOrder(members));
                })
                .collect());
    }

    private T inOrder(List<Tuple2<Integer, T>> terms) {
        List<T> sorted = terms.stream()
                .sorted(Comparator.comparing(Tuple2::_1))
                .map(Tuple2::_2)
                .toList();
        try {
            return sum.call(sorted);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
