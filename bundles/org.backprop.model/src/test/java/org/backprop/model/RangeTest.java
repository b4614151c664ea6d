package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RangeTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void containsItsBoundsUnlessTheyAreExclusive() {
        Range closed = new Range(0, false, 1, false);
        Range open = new Range(0, true, 1, true);
        assertTrue(closed.contains(0) && closed.contains(1) && open.contains(0.5));
        assertFalse(open.contains(0) || open.contains(1) || closed.contains(1.1) || closed.contains(Double.NaN));
    }

    @Test
    void describesItselfInWords() {
        assertEquals("greater than 0", new Range(0, true, INFINITY, false).describe());
        assertEquals("at least 0 and less than 1", new Range(0, false, 1, true).describe());
        assertEquals("at most 2.5", new Range(-INFINITY, false, 2.5, false).describe());
        assertEquals("", Range.ALL.describe());
    }

    @Test
    void writesNumbersAsOneWould() {
        assertEquals("1000000", Range.text(1e6));
        assertEquals("0.001", Range.text(0.001));
        assertEquals("1.0E-8", Range.text(1e-8));
        assertEquals("0", Range.text(0));
    }
}
