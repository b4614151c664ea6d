package org.backprop.views.curves;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Pages;
import org.backprop.views.Themed;
import org.backprop.views.WrappedLabel;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Loss above accuracy, or a text that says what to do while there is nothing to draw. */
final class CurvesPanel {
    private static final int TITLE_INDENT = 6;
    private static final double WIDE = 1.8;

    private final Pages pages;
    private final Composite charts;
    private final WrappedLabel title;
    private final CurveChart loss;
    private final CurveChart accuracy;

    CurvesPanel(Composite parent) {
        pages = new Pages(parent);
        charts = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(charts);
        title = new WrappedLabel(charts, 1, TITLE_INDENT);
        loss = new CurveChart(charts, Messages.axis_loss);
        accuracy = new CurveChart(charts, Messages.axis_accuracy);
        charts.addListener(SWT.Resize, event -> arrange());
        for (CurveChart chart : new CurveChart[] {loss, accuracy}) {
            GridDataFactory.fillDefaults().grab(true, true).applyTo(chart.control());
        }
        Themed.follow(pages.control(), this::style);
    }

    Composite control() {
        return pages.control();
    }

    /** The charts, loss first. */
    CurveChart[] charts() {
        return new CurveChart[] {loss, accuracy};
    }

    int plotWidth() {
        return loss.plotWidth();
    }

    /** Shows a text in place of the charts. */
    void showText(String text) {
        pages.showText(text);
    }

    /** Draws the charts; that of the accuracy is left out where none was recorded. */
    void show(Shown shown, boolean logarithmic) {
        title.setText(Title.of(shown), charts);
        loss.show(shown.loss(), shown.marks(), logarithmic);
        accuracy.show(shown.accuracy(), shown.marks(), false);
        setShown(accuracy.control(), !shown.accuracy().isEmpty());
        pages.show(charts);
    }

    /** One below the other, or side by side where the view is much wider than high. */
    private void arrange() {
        Point size = charts.getSize();
        int columns = accuracy.control().getVisible() && size.x > WIDE * size.y ? 2 : 1;
        GridLayout layout = (GridLayout) charts.getLayout();
        if (layout.numColumns != columns) {
            layout.numColumns = columns;
            ((GridData) title.control().getLayoutData()).horizontalSpan = columns;
        }
        charts.layout();
    }

    private void setShown(Control chart, boolean shown) {
        if (chart.getVisible() != shown) {
            chart.setVisible(shown);
            GridDataFactory.createFrom((GridData) chart.getLayoutData())
                    .exclude(!shown)
                    .applyTo(chart);
            arrange();
        }
    }

    private void style(ChartTheme theme) {
        loss.style(theme);
        accuracy.style(theme);
        charts.setBackground(theme.background());
        title.control().setBackground(theme.background());
        title.control().setForeground(theme.foreground());
    }
}
