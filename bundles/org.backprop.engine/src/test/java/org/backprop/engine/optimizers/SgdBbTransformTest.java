package org.backprop.engine.optimizers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.testing.Implementation;
import org.backprop.model.SgdBb;
import org.junit.jupiter.api.Test;

class SgdBbTransformTest {

    private static final double RATE = 0.1;
    private static final int UPDATES = 3;

    private final Kernels kernels = Implementation.ND4J.open();
    private final View weights = vector(1, -2, 0.5f);
    private final View gradient = vector(0, 0, 0);
    private final GradientTransform transform =
            new SgdBbTransform(new SgdBb(RATE, Optional.of(0.5), 2), kernels, UPDATES);
    private final List<View> slots = Stream.generate(() -> vector(0, 0, 0))
            .limit(transform.slots().size())
            .toList();

    private View vector(float... values) {
        View view = kernels.allocate(values.length).view(0, 1, values.length);
        view.set(values);
        return view;
    }

    private double stepAfter(int epochs, float... gradients) {
        for (int i = 1; i <= epochs * UPDATES + 1; i++) {
            gradient.set(gradients);
            transform.update(i, RATE, weights, gradient, slots, null);
        }
        return transform.numbers().get("sgd_bb.step");
    }

    @Test
    void aGradientThatNeverChangesKeepsTheStep() {
        assertEquals(RATE, stepAfter(4, 1, 2, -3));
        assertEquals(1 - 13 * RATE, weights.toArray()[0], 1e-5);
    }

    @Test
    void weightsThatDoNotMoveKeepTheStep() {
        assertEquals(RATE, stepAfter(4, 0, 0, 0));
        assertArrayEquals(new float[] {1, -2, 0.5f}, weights.toArray());
    }

    @Test
    void theStepGrowsByTheGivenFactorAtMost() {
        for (int i = 1; i <= 2 * UPDATES + 1; i++) {
            gradient.set(new float[] {1, 1, 1 + i * 1e-4f});
            transform.update(i, RATE, weights, gradient, slots, null);
        }
        assertEquals(Map.of("sgd_bb.step", 2 * RATE), transform.numbers());
        assertEquals(RATE, transform.stepSize(RATE / 2), 1e-12, "a schedule scales it");
    }
}
