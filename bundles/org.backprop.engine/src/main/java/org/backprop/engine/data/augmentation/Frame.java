package org.backprop.engine.data.augmentation;

import java.util.List;

import org.backprop.engine.data.FeatureScale;
import org.backprop.model.Shape;

/**
 * How the values of a sample lie: channels of rows of columns. A table's features are channels of one value each. Every
 * channel has a scale of its own, by which its values were normalized.
 *
 * @param channels number of channels
 * @param rows rows of each
 * @param columns columns of each
 * @param scale how the values were normalized, with one group a channel
 */
record Frame(int channels, int rows, int columns, FeatureScale scale) {

    static Frame of(Shape shape, FeatureScale scale) {
        List<Integer> dims = shape.dims();
        return switch (shape.rank()) {
            case 1 -> new Frame(dims.getFirst(), 1, 1, scale);
            case 2 -> new Frame(1, dims.get(0), dims.get(1), scale);
            case 3 -> new Frame(dims.get(0), dims.get(1), dims.get(2), scale);
            default -> new Frame(1, 1, (int) shape.size(), scale);
        };
    }

    int plane() {
        return rows * columns;
    }

    int width() {
        return channels * rows * columns;
    }

    /** A value as it is after normalizing. */
    float normalized(int channel, float value) {
        return (value - scale.offset()[channel]) / scale.scale()[channel];
    }

    /** The value before normalizing. */
    float original(int channel, float value) {
        return value * scale.scale()[channel] + scale.offset()[channel];
    }
}
