package org.backprop.engine.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.model.Shape;

/**
 * Images in memory, one byte a value; the data sets have values 0 to 1.
 *
 * @param what the data's name in messages
 * @param shape shape of each image
 * @param images the images' values, channel by channel
 * @param classOf each image's class
 * @param classes the classes' names; empty for regression, where the class is the target
 * @param test the test set, if it is apart
 */
public record ByteImages(
        String what, Shape shape, byte[][] images, int[] classOf, List<String> classes, Optional<Dataset> test)
        implements Source {

    @Override
    public int[] labels() {
        return classes.isEmpty() ? null : classOf;
    }

    @Override
    public int count() {
        return images.length;
    }

    @Override
    public Dataset select(int[] indices) throws DataException {
        int width = (int) shape.size();
        float[] features = Memory.floats(indices.length, width, what);
        int[] labels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            byte[] image = images[indices[i]];
            for (int j = 0; j < width; j++) {
                features[i * width + j] = scaled(image[j]);
            }
            labels[i] = classOf[indices[i]];
        }
        return Dataset.of(shape, features, labels, classes.isEmpty() ? null : classes);
    }

    /** A value from 0 to 1. */
    public static float scaled(byte value) {
        return (value & 0xFF) / 255f;
    }

    /** All images as one data set. */
    public Dataset all() throws DataException {
        return select(IntStream.range(0, images.length).toArray());
    }
}
