package org.backprop.views.charts;

import org.backprop.views.Figures;
import org.eclipse.swtchart.Chart;

/** Names x as the x axis of a chart does. */
record AxisLabels(Chart chart) implements Crosshair.Labels {
    @Override
    public String x(double x) {
        return Charts.x(chart).getTitle().getText() + " " + Figures.place(x);
    }

    @Override
    public String y(double y) {
        return Figures.number(y);
    }
}
