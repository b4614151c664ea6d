package org.backprop.engine.data;

import java.util.List;
import java.util.Random;

import org.backprop.model.Shape;

/** Points of three classes that a network can tell apart; the same points each time. */
public final class ThreeClasses {
    /** Features of a point. */
    public static final int FEATURES = 6;

    private static final int CLASSES = 3;

    private ThreeClasses() {}

    /** So many points. */
    public static Dataset of(int samples) {
        Random random = new Random(4);
        float[] features = new float[samples * FEATURES];
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = i % CLASSES;
            for (int j = 0; j < FEATURES; j++) {
                features[i * FEATURES + j] = (float) (random.nextGaussian() / 2 + (j % CLASSES == labels[i] ? 1 : 0));
            }
        }
        return new Dataset(Shape.of(FEATURES), features, labels, null, List.of("a", "b", "c"));
    }
}
