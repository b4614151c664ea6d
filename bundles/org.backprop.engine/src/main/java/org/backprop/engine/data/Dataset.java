package org.backprop.engine.data;

import java.util.List;

import org.backprop.model.Shape;

/**
 * Samples in memory, for classification (with labels) or regression (with targets).
 *
 * @param shape one sample's shape
 * @param features count x product(shape) values, row by row
 * @param labels each sample's class, an index into {@code classes}; null for regression
 * @param targets each sample's target value; null for classification
 * @param classes the classes' names; empty for regression
 */
public record Dataset(Shape shape, float[] features, int[] labels, float[] targets, List<String> classes) {

    public Dataset {
        if ((labels == null) == (targets == null)) {
            throw new IllegalArgumentException("Either labels or targets");
        }
        int count = labels == null ? targets.length : labels.length;
        if (count * shape.size() != features.length) {
            throw new IllegalArgumentException(
                    "%d samples of shape %s in %d values".formatted(count, shape, features.length));
        }
        classes = List.copyOf(classes);
    }

    /** For classification if {@code classes} is not null, else for regression with the numbers as targets. */
    public static Dataset of(Shape shape, float[] features, int[] numbers, List<String> classes) {
        if (classes != null) {
            return new Dataset(shape, features, numbers, null, classes);
        }
        float[] targets = new float[numbers.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = numbers[i];
        }
        return new Dataset(shape, features, null, targets, List.of());
    }

    /** The number of samples. */
    public int count() {
        return labels == null ? targets.length : labels.length;
    }

    /** The number of values in one sample. */
    public int width() {
        return (int) shape.size();
    }

    /**
     * A copy of the samples with the given indices, in that order.
     *
     * @throws DataException if memory is too small for them
     */
    public Dataset select(int[] indices) throws DataException {
        int width = width();
        float[] selected = Memory.floats(indices.length, width, "data");
        int[] selectedLabels = labels == null ? null : new int[indices.length];
        float[] selectedTargets = targets == null ? null : new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(features, indices[i] * width, selected, i * width, width);
            if (labels == null) {
                selectedTargets[i] = targets[indices[i]];
            } else {
                selectedLabels[i] = labels[indices[i]];
            }
        }
        return new Dataset(shape, selected, selectedLabels, selectedTargets, classes);
    }
}
