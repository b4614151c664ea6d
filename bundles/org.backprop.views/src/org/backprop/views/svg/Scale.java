package org.backprop.views.svg;

import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IAxis.Direction;

/** Where values of an axis lie in a drawing, in fractions of pixels. */
record Scale(IAxis axis, double start, double length) {
    double at(double value) {
        double lower = axis.getRange().lower;
        double upper = axis.getRange().upper;
        double share = axis.isLogScaleEnabled()
                ? Math.log(value / lower) / Math.log(upper / lower)
                : (value - lower) / (upper - lower);
        return axis.getDirection() == Direction.Y ? start + length * (1 - share) : start + length * share;
    }

    double[] at(double[] values) {
        double[] places = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            places[i] = at(values[i]);
        }
        return places;
    }
}
