package org.backprop.engine.bench;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.random.RandomSequence;
import org.backprop.model.Shape;

/** Images of CIFAR-10's size, made where only their speed counts: each is the pattern of its class under uniform noise. */
final class GeneratedImages {
    private static final Shape SHAPE = Shape.of(3, 32, 32);
    private static final int CLASSES = 10;
    private static final long SEED = 1;

    private GeneratedImages() {}

    /** The first {@code count} images, values in [-1.5, 1.5); image i is of class i modulo 10. */
    static Dataset generate(int count) {
        int size = (int) SHAPE.size();
        float[] patterns = uniform(0, CLASSES * size);
        float[] features = uniform(1, Math.multiplyExact(count, size));
        int[] labels = IntStream.range(0, count).map(i -> i % CLASSES).toArray();
        for (int i = 0; i < features.length; i++) {
            int pattern = labels[i / size] * size + i % size;
            features[i] += patterns[pattern] / 2;
        }
        List<String> classes =
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
        return new Dataset(SHAPE, features, labels, null, classes);
    }

    private static float[] uniform(long stream, int count) {
        RandomSequence random = new RandomSequence(SEED, stream);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * random.nextUniform() - 1;
        }
        return values;
    }
}
