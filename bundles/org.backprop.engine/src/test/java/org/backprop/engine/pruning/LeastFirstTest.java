package org.backprop.engine.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastFirstTest {

    private static final int COUNT = 500;
    private static final int[] ONES = IntStream.generate(() -> 1).limit(COUNT).toArray();

    private static BitSet take(float[] values, int[] sizes, long wanted) {
        BitSet found = new BitSet();
        new LeastFirst(values, sizes, 0, values.length, i -> i % 10 != 3).take(wanted, found);
        return found;
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 0, 1, 2, 17, 200, 449, 450, 1000})
    void findsTheLeastAsSortingDoes(int wanted) {
        Random random = new Random(wanted);
        float[] values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = random.nextInt(4) == 0 ? random.nextInt(3) - 1 : (float) random.nextGaussian();
        }
        BitSet expected = new BitSet();
        IntStream.range(0, COUNT)
                .filter(i -> i % 10 != 3)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> values[i]).thenComparing(i -> i))
                .limit(Math.max(0, wanted))
                .forEach(expected::set);
        assertEquals(expected, take(values, ONES, wanted));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 5, 100, 333})
    void comesAsNearToTheWantedSizeAsTheLastElementAllows(int wanted) {
        Random random = new Random(1);
        float[] values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = random.nextFloat();
        }
        int[] sizes = new int[COUNT];
        Arrays.fill(sizes, 9);
        long size =
                take(values, sizes, wanted).stream().mapToLong(i -> sizes[i]).sum();
        assertTrue(Math.abs(size - wanted) <= 4, size + " for " + wanted);
    }
}
