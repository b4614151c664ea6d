package org.backprop.runlog.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.backprop.runlog.compare.ParallelAxis.Mark;
import org.junit.jupiter.api.Test;

class ParallelAxisTest {
    private static List<String> texts(ParallelAxis axis) {
        return axis.marks().stream().map(Mark::text).toList();
    }

    @Test
    void numbersLieOnALinearScale() {
        ParallelAxis axis = ParallelAxis.of("units", Arrays.asList("16", "32", null, "48"));
        assertArrayEquals(new double[] {0, 0.5, Double.NaN, 1}, axis.positions(), 1e-9);
        assertEquals(List.of("16", "24", "32", "40", "48"), texts(axis));
    }

    @Test
    void numbersOfDifferentSizesLieOnALogarithmicScale() {
        ParallelAxis axis = ParallelAxis.of("learning_rate", List.of("0.001", "0.01", "0.1"));
        assertArrayEquals(new double[] {0, 0.5, 1}, axis.positions(), 1e-9);
        assertEquals(List.of("0.001", "0.00316", "0.01", "0.0316", "0.1"), texts(axis));
    }

    @Test
    void textsLieAtEqualDistances() {
        ParallelAxis axis = ParallelAxis.of("optimizer", Arrays.asList("sgd", "adam", "rmsprop", null));
        assertArrayEquals(new double[] {1, 0, 0.5, Double.NaN}, axis.positions(), 1e-9);
        assertEquals(List.of("adam", "rmsprop", "sgd"), texts(axis));
    }

    @Test
    void aSingleValueLiesInTheMiddle() {
        ParallelAxis axis = ParallelAxis.of("batch_size", List.of("32", "32"));
        assertArrayEquals(new double[] {0.5, 0.5}, axis.positions(), 1e-9);
        assertEquals(List.of(new Mark(0.5, "32")), axis.marks());
    }
}
