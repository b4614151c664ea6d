package org.backprop.engine.data;

import java.util.Arrays;
import java.util.List;

import org.backprop.model.Shape;

/**
 * Samples, for classification (with labels) or regression (with targets).
 *
 * @param shape one sample's shape
 * @param rows the features
 * @param labels each sample's class, an index into {@code classes}; null for regression
 * @param targets each sample's numbers to predict, as many for each; null for classification
 * @param classes the classes' names; empty for regression
 * @param scores a number for each sample, which an order of the samples may go by; null if there is none
 */
public record Dataset(Shape shape, Features rows, int[] labels, float[] targets, List<String> classes, float[] scores) {

    public Dataset {
        if ((labels == null) == (targets == null)) {
            throw new IllegalArgumentException("Either labels or targets");
        }
        boolean fit = labels == null
                ? rows.count() == 0 ? targets.length == 0 : targets.length % rows.count() == 0
                : labels.length == rows.count();
        if (rows.width() != shape.size() || !fit) {
            throw new IllegalArgumentException("%d rows of %d values with %d targets for samples of shape %s"
                    .formatted(rows.count(), rows.width(), labels == null ? targets.length : labels.length, shape));
        }
        classes = List.copyOf(classes);
    }

    /** Samples in memory, {@code count x product(shape)} values, without scores. */
    public Dataset(Shape shape, float[] features, int[] labels, float[] targets, List<String> classes) {
        this(shape, rows(shape, features), labels, targets, classes, null);
    }

    private static Features rows(Shape shape, float[] features) {
        if (features.length % shape.size() != 0) {
            throw new IllegalArgumentException("samples of shape %s in %d values".formatted(shape, features.length));
        }
        return new HeapFeatures(features, (int) shape.size());
    }

    /** For classification if {@code classes} is not null, else for regression with the numbers as targets. */
    public static Dataset of(Shape shape, float[] features, int[] numbers, List<String> classes) {
        return of(shape, rows(shape, features), numbers, classes);
    }

    /** As above, with features from anywhere. */
    public static Dataset of(Shape shape, Features features, int[] numbers, List<String> classes) {
        if (classes != null) {
            return new Dataset(shape, features, numbers, null, classes, null);
        }
        float[] targets = new float[numbers.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = numbers[i];
        }
        return new Dataset(shape, features, null, targets, List.of(), null);
    }

    /** The same samples with these scores. */
    public Dataset withScores(float[] scores) {
        return new Dataset(shape, rows, labels, targets, classes, scores);
    }

    /** The same samples, whose features, which are in memory, are the numbers to predict. */
    Dataset reconstructing() {
        return new Dataset(shape, rows, null, features(), List.of(), scores);
    }

    /** The same samples with other features. */
    Dataset withRows(Shape shape, Features rows) {
        return new Dataset(shape, rows, labels, targets, classes, scores);
    }

    /** Whether the features are in memory. */
    public boolean inMemory() {
        return rows instanceof ArrayFeatures;
    }

    /** All features, which are in memory: those of one sample after those of the other. Changes show in the data set. */
    public float[] features() {
        return ((ArrayFeatures) rows).values();
    }

    /**
     * The array of all features, which are in memory, where samples may be missing that nobody has asked for yet: at least
     * the {@code count} samples {@code order[from ..]} are there, or {@code from ..} if order is null.
     */
    public float[] features(int[] order, int from, int count) {
        return ((ArrayFeatures) rows).values(order, from, count);
    }

    /** The number of samples. */
    public int count() {
        return rows.count();
    }

    /** The number of values in one sample. */
    public int width() {
        return (int) shape.size();
    }

    /** The number of values to predict for one sample; 1 if that is a class. */
    public int targetWidth() {
        return labels == null && count() > 0 ? targets.length / count() : 1;
    }

    /**
     * The samples with the given indices, in that order; a copy if they are in memory.
     *
     * @throws DataException if memory is too small for them
     */
    public Dataset select(int[] indices) throws DataException {
        if (!inMemory()) {
            return with(indices, new SelectedFeatures(rows, indices));
        }
        return with(indices, new SelectedFeatures(rows, indices).inMemory("data"));
    }

    /** The samples with the given indices, in that order, with these features. */
    Dataset with(int[] indices, Features selected) {
        return new Dataset(
                shape,
                selected,
                labels == null
                        ? null
                        : Arrays.stream(indices).map(i -> labels[i]).toArray(),
                targets == null ? null : picked(targets, targetWidth(), indices),
                classes,
                scores == null ? null : picked(scores, 1, indices));
    }

    private static float[] picked(float[] values, int width, int[] indices) {
        float[] picked = new float[indices.length * width];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * width, picked, i * width, width);
        }
        return picked;
    }
}
