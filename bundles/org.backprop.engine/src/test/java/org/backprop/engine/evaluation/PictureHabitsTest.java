package org.backprop.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FeatureScale;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;

class PictureHabitsTest {
    private static final int SIDE = 10;

    @Test
    void backgroundAndExtentAreThoseBeforeScaling() {
        float[] values = new float[2 * SIDE * SIDE];
        Arrays.fill(values, 0.2f);
        block(values, 0, 2, 6);
        block(values, SIDE * SIDE, 3, 9);
        FeatureScale scale = new FeatureScale(new float[] {0.5f}, new float[] {2});
        for (int i = 0; i < 2; i++) {
            scale.apply(values, i * SIDE * SIDE, SIDE * SIDE);
        }
        Dataset pictures = Dataset.of(new Shape(List.of(1, SIDE, SIDE)), values, new int[] {0, 1}, List.of("a", "b"));
        PictureHabits habits = PictureHabits.of(pictures, scale);
        assertEquals(0.2, habits.background(), 1e-6);
        assertEquals((0.4 + 0.6) / 2, habits.extent(), 1e-9);
    }

    /** Draws a bar of the length {@code to - from} in row 4. */
    private static void block(float[] values, int at, int from, int to) {
        for (int column = from; column < to; column++) {
            values[at + 4 * SIDE + column] = 1;
        }
    }
}
