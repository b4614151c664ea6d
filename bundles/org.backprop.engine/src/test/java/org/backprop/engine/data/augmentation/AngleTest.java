package org.backprop.engine.data.augmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AngleTest {

    @Test
    void sineAndCosineAreThoseOfTheLibraryUpToHalfATurn() {
        for (int i = -1000; i <= 1000; i++) {
            double angle = Math.PI * i / 1000;
            assertEquals(Math.sin(angle), Angle.sin(angle), 2e-15);
            assertEquals(Math.cos(angle), Angle.cos(angle), 2e-15);
        }
    }
}
