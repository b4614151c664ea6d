package org.backprop.runlog.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitMaskTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 64, 101})
    void elementsAndCountsAreThoseItWasMadeOf(int columns) {
        Random random = new Random(columns);
        float[] values = new float[3 * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextBoolean() ? 0.5f : 0;
        }
        BitMask mask = BitMask.ofNonZero(values, 3, columns);
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i] != 0, mask.get(i));
            count += values[i] != 0 ? 1 : 0;
            assertEquals(count, mask.count(0, i + 1));
        }
        assertEquals(count, mask.count());
        assertEquals(count, mask.count(0, columns) + mask.count(columns, 3 * columns));
    }

    @Test
    void aMaskComesBackFromItsTensor() {
        BitMask mask = BitMask.ofNonZero(new float[] {1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0}, 2, 3, 2);
        BitMask back = BitMask.of(mask.toTensor());
        assertEquals(mask, back);
        assertArrayEquals(new int[] {2, 3, 2}, back.shape());
    }

    @Test
    void aTensorThatHoldsNoMaskIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> BitMask.of(Tensor.floats(new float[] {1}, 1)));
        assertThrows(IllegalArgumentException.class, () -> BitMask.of(Tensor.bytes(new byte[0], 0)));
        assertThrows(IllegalArgumentException.class, () -> BitMask.of(Tensor.bytes(new byte[] {1, 9, 0, 0, 0, 1}, 6)));
        assertThrows(IllegalArgumentException.class, () -> BitMask.of(Tensor.bytes(new byte[] {9}, 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> BitMask.of(Tensor.bytes(new byte[] {2, 0, 0, 0, -128, 0, 0, 0, 0}, 9)));
    }

    @Test
    void bitsThatDoNotFitTheShapeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> BitMask.of(new byte[2], 3));
        assertThrows(IllegalArgumentException.class, () -> BitMask.of(new byte[1], -1));
        assertThrows(IllegalArgumentException.class, () -> BitMask.ofNonZero(new float[2], 3));
    }
}
