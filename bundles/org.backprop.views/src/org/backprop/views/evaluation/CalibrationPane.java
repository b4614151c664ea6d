package org.backprop.views.evaluation;

import java.util.stream.IntStream;

import org.backprop.runlog.evaluation.Calibration;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.WrappedLabel;
import org.backprop.views.charts.Charts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** Accuracy against confidence: on the diagonal, probabilities mean what they say. */
final class CalibrationPane implements Pane, ICustomPaintListener {
    private static final double SHADE = 0.35;

    private final Composite control;
    private final WrappedLabel caption;
    private final Chart chart;
    private final ILineSeries<?> ideal;
    private final ILineSeries<?> points;
    private Calibration shown = new Calibration(new int[0], new double[0], new double[0]);
    private ChartTheme theme;

    CalibrationPane(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        caption = new WrappedLabel(control, 1, 6);
        chart = Charts.create(control);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(chart);
        Charts.x(chart).getTitle().setText(Messages.axis_confidence);
        Charts.y(chart).getTitle().setText(Messages.axis_accuracy);
        Charts.setXRange(chart, new Range(0, 1));
        Charts.setYRange(chart, new Range(0, 1), false);
        ideal = Charts.line(chart, Messages.series_calibrated, 1);
        ideal.setLineStyle(LineStyle.DASH);
        ideal.setXSeries(new double[] {0, 1});
        ideal.setYSeries(new double[] {0, 1});
        points = Charts.line(chart, Messages.series_bins, 2);
        points.setSymbolType(PlotSymbolType.CIRCLE);
        chart.getPlotArea().addCustomPaintListener(this);
        chart.getPlotArea().getControl().setToolTipText(Messages.calibration_tip);
        Themed.follow(chart, this::style);
    }

    @Override
    public String title() {
        return Messages.tab_calibration;
    }

    @Override
    public Control control() {
        return control;
    }

    @Override
    public void show(ShownEvaluation evaluation) {
        Calibration calibration =
                evaluation.measured().flatMap(Measured::calibration).orElseThrow();
        if (calibration != shown) {
            shown = calibration;
            caption.setText(
                    NLS.bind(Messages.calibration_error, Numbers.percent(calibration.expectedError())), control);
            int[] bins = IntStream.range(0, shown.counts().length)
                    .filter(bin -> shown.counts()[bin] > 0)
                    .toArray();
            points.setXSeries(IntStream.of(bins)
                    .mapToDouble(bin -> shown.confidence()[bin])
                    .toArray());
            points.setYSeries(
                    IntStream.of(bins).mapToDouble(bin -> shown.accuracy()[bin]).toArray());
            chart.redraw();
        }
    }

    @Override
    public boolean drawBehindSeries() {
        return true;
    }

    /** The share of the samples in each bin. */
    @Override
    public void paintControl(PaintEvent event) {
        IAxis x = Charts.x(chart);
        IAxis y = Charts.y(chart);
        int bins = shown.counts().length;
        double total = Math.max(1, IntStream.of(shown.counts()).sum());
        event.gc.setBackground(ChartTheme.mix(theme.background(), theme.train(), SHADE));
        for (int bin = 0; bin < bins; bin++) {
            int left = x.getPixelCoordinate((double) bin / bins);
            int right = x.getPixelCoordinate((bin + 1.0) / bins);
            int top = y.getPixelCoordinate(shown.counts()[bin] / total);
            event.gc.fillRectangle(left + 1, top, right - left - 2, y.getPixelCoordinate(0) - top);
        }
    }

    private void style(ChartTheme current) {
        theme = current;
        Charts.style(chart, theme);
        caption.control().setForeground(theme.foreground());
        ideal.setLineColor(theme.foreground());
        points.setLineColor(theme.validation());
        points.setSymbolColor(theme.validation());
        chart.redraw();
    }
}
