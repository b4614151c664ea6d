package org.backprop.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.spark.api.java.JavaPairRDD;
import org.backprop.engine.train.PartGradient;

import scala.Tuple2;

/**
 * Adds up the gradients of parts: a few in the driver, many in groups on the executors first, so that the driver receives
 * about the square root of their number. Always in the order of the parts, so that the sum has the same bits whichever part
 * is ready first. ({@code RDD.treeAggregate} adds in the order in which results come.)
 */
final class GradientTree {
    private static final int MOST_IN_DRIVER = 8;
    private static final Comparator<Tuple2<Integer, PartGradient>> IN_ORDER = Comparator.comparing(Tuple2::_1);

    private final int groups;

    /** @param parts most parts of a batch */
    GradientTree(int parts) {
        groups = (int) Math.ceil(Math.sqrt(parts));
    }

    /**
     * The sum.
     *
     * @param gradients by number of the part
     * @param parts their number
     */
    PartGradient sum(JavaPairRDD<Integer, PartGradient> gradients, int parts) {
        if (parts <= MOST_IN_DRIVER) {
            return sum(gradients.collect());
        }
        int group = Math.ceilDiv(parts, groups);
        return sum(gradients
                .mapToPair(gradient -> new Tuple2<>(gradient._1() / group, gradient))
                .groupByKey(groups)
                .mapToPair(grouped -> {
                    List<Tuple2<Integer, PartGradient>> members = new ArrayList<>();
                    grouped._2().forEach(members::add);
                    return new Tuple2<>(grouped._1(), sum(members));
                })
                .collect());
    }

    private static PartGradient sum(List<Tuple2<Integer, PartGradient>> gradients) {
        return PartGradient.sum(
                gradients.stream().sorted(IN_ORDER).map(Tuple2::_2).toList());
    }
}
