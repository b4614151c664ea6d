package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.backprop.views.charts.AxisPart;
import org.junit.jupiter.api.Test;

class AxisPartTest {
    private static final AxisPart LINEAR = new AxisPart(0, 100, false);
    private static final AxisPart DECADES = new AxisPart(0.001, 1000, true);

    @Test
    void placesOfALogarithmicAxisAreEqualRatiosApart() {
        assertEquals(1, DECADES.at(0.5), 1e-12);
        AxisPart middle = DECADES.between(1 / 3.0, 2 / 3.0);
        assertEquals(0.1, middle.lower(), 1e-12);
        assertEquals(10, middle.upper(), 1e-9);
    }

    @Test
    void aPartThatWasMovedOverTheEdgeKeepsItsLengthInside() {
        AxisPart moved = new AxisPart(80, 100, false).between(0.5, 1.5).within(LINEAR);
        assertEquals(80, moved.lower(), 1e-9);
        assertEquals(100, moved.upper(), 1e-9);
    }

    @Test
    void aPartThatIsLargerThanTheWholeIsTheWhole() {
        assertEquals(LINEAR, new AxisPart(20, 60, false).between(-2, 3).within(LINEAR));
    }

    @Test
    void endsThatCannotBeToldApartAreNotZoomedInto() {
        AxisPart tiny = new AxisPart(1, 1 + 1e-11, false);
        assertEquals(tiny, tiny.between(0.49, 0.5));
    }
}
