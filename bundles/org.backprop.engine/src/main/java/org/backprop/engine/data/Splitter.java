package org.backprop.engine.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.backprop.engine.random.RandomSequence;
import org.backprop.model.Split;

/**
 * Divides samples into the three sets, at random or by class, the same way for the same seed on every machine.
 *
 * <p>The samples are put into an order, which is then cut. Stratified, the order mixes the classes evenly: sample
 * {@code r} of the {@code n} of its class stands at {@code (r + 1/2) / n}, so that every cut has each class in its
 * proportion, to within one sample.
 */
public final class Splitter {

    /** A random stream that no other use of the seed takes. */
    private static final long STREAM = -1;

    /** Which samples are in which set, by index. */
    public record Partition(int[] train, int[] validation, int[] test) {}

    private Splitter() {}

    /**
     * Divides {@code count} samples.
     *
     * @param labels each sample's class, or null for regression
     * @param what the data's name in messages
     * @throws DataException if there are too few samples, none is left to train on, or classes are needed and missing
     */
    public static Partition partition(Split split, int count, int[] labels, String what) throws DataException {
        return cut(split, split.test(), count, labels, what);
    }

    /**
     * Divides samples whose test set is apart into training and validation set. The split's amount of test samples does
     * not matter; if it is a fraction it goes to the training set.
     *
     * @throws DataException as {@link #partition}
     */
    public static Partition partitionWithoutTest(Split split, int count, int[] labels, String what)
            throws DataException {
        double train = split.counts() ? split.train() : split.train() + split.test();
        Split without = new Split(train, split.validation(), split.test(), split.seed(), split.stratified());
        return cut(without, 0, count, labels, what);
    }

    /** Divides the samples of a source; errors as {@link #partition}. */
    public static Partition partition(Split split, Source source) throws DataException {
        return source.test().isPresent()
                ? partitionWithoutTest(split, source.count(), source.labels(), source.what())
                : partition(split, source.count(), source.labels(), source.what());
    }

    private static Partition cut(Split split, double test, int count, int[] labels, String what) throws DataException {
        double scale = split.counts() ? 1 : count;
        long first = Math.round(scale * split.train());
        long second = Math.round(scale * (split.train() + split.validation()));
        long third = Math.round(scale * (split.train() + split.validation() + test));
        if (third > count) {
            throw new DataException("%s: the split asks for %,d samples, there are only %,d; lower its amounts"
                    .formatted(what, third, count));
        }
        if (first == 0) {
            throw new DataException(
                    "%s: the split leaves none of the %,d samples to train on; raise train".formatted(what, count));
        }
        int[] order = order(split, count, labels, what);
        return new Partition(
                Arrays.copyOf(order, (int) first),
                Arrays.copyOfRange(order, (int) first, (int) second),
                Arrays.copyOfRange(order, (int) second, (int) third));
    }

    private static int[] order(Split split, int count, int[] labels, String what) throws DataException {
        int[] order = new RandomSequence(split.seed(), STREAM).permutation(count);
        if (!split.stratified()) {
            return order;
        }
        if (labels == null) {
            throw new DataException(
                    "%s: a stratified split needs classes, and the loss makes this a regression; set stratified: false"
                            .formatted(what));
        }
        double[] place = places(order, labels);
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> place[i]))
                .mapToInt(i -> order[i])
                .toArray();
    }

    private static double[] places(int[] order, int[] labels) {
        int classes = IntStream.of(labels).max().orElse(0) + 1;
        int[] size = new int[classes];
        for (int label : labels) {
            size[label]++;
        }
        int[] rank = new int[classes];
        double[] place = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            int label = labels[order[i]];
            place[i] = (rank[label]++ + 0.5) / size[label];
        }
        return place;
    }
}
