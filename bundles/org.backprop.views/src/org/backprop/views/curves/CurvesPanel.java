package org.backprop.views.curves;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Pages;
import org.backprop.views.Themed;
import org.backprop.views.WrappedLabel;
import org.backprop.views.charts.AxisPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What can be chosen beside the charts, or a text that says what to do while there is nothing to draw. */
final class CurvesPanel {
    private static final int TITLE_INDENT = 6;
    private static final int LEAST_HEIGHT = 125;
    private static final int NARROW = 480;
    private static final double ASPECT = 1.8;

    private final Pages pages;
    private final SashForm sides;
    private final Composite content;
    private final ScrolledComposite scrolled;
    private final Composite charts;
    private final Label nothing;
    private final WrappedLabel title;
    private final Chooser chooser;
    private final OptionBar options;
    private final List<CurveChart> shown = new ArrayList<>();
    private final Runnable zoomed;
    private final Consumer<Control> created;
    private ChartTheme theme;

    /**
     * @param chosen called with the quantities that the user chose
     * @param changed called when the user changed an option
     * @param zoomed called when the user looks at another part of a chart
     * @param created called with the plot area of each new chart
     */
    CurvesPanel(
            Composite parent,
            Consumer<Set<String>> chosen,
            Runnable changed,
            Runnable zoomed,
            Consumer<Control> created) {
        this.zoomed = zoomed;
        this.created = created;
        pages = new Pages(parent);
        sides = new SashForm(pages.control(), SWT.HORIZONTAL);
        chooser = new Chooser(sides, chosen);
        content = new Composite(sides, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(content);
        sides.setWeights(30, 70);
        title = new WrappedLabel(content, 1, TITLE_INDENT);
        scrolled = new ScrolledComposite(content, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(scrolled);
        charts = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(charts);
        scrolled.setContent(charts);
        nothing = new Label(charts, SWT.WRAP | SWT.CENTER);
        nothing.setText(Messages.empty_nothingChosen);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .applyTo(nothing);
        options = new OptionBar(content, changed);
        GridDataFactory.fillDefaults().grab(true, false).indent(TITLE_INDENT, 0).applyTo(options.control());
        scrolled.addListener(SWT.Resize, event -> arrange());
        pages.control().addListener(SWT.Resize, event -> orient());
        Themed.follow(pages.control(), this::style);
    }

    Composite control() {
        return pages.control();
    }

    /** What an image of the view shows. */
    Composite picture() {
        return charts;
    }

    OptionBar options() {
        return options;
    }

    Chooser chooser() {
        return chooser;
    }

    List<CurveChart> charts() {
        return List.copyOf(shown);
    }

    /** Width of the widest plot area in pixels, at least 1. */
    int plotWidth() {
        return shown.stream()
                .mapToInt(CurveChart::plotWidth)
                .max()
                .orElse(Math.max(1, pages.control().getSize().x));
    }

    /** The parts of the x axes that the user zoomed into, by group. */
    Map<String, AxisPart> zoomed() {
        Map<String, AxisPart> parts = new HashMap<>();
        shown.forEach(chart -> chart.navigation().x().ifPresent(part -> parts.put(chart.group(), part)));
        return parts;
    }

    /** Shows a text in place of the charts. */
    void showText(String text) {
        pages.showText(text);
    }

    /** Shows the user's choices. */
    void show(CurvesState state) {
        options.show(state);
        sides.setMaximizedControl(state.choosing() ? null : content);
    }

    /** Draws a chart for each plot. */
    void show(Shown projected) {
        title.setText(Title.of(projected), content);
        chooser.show(projected.known(), projected.state().quantities());
        setCharts(projected.plots());
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i)
                    .show(
                            projected.plots().get(i),
                            projected.marks(),
                            projected.state().logarithmic());
        }
        pages.show(sides);
    }

    private void setCharts(List<Plot> plots) {
        List<String> wanted = plots.stream().map(Plot::group).toList();
        if (wanted.equals(shown.stream().map(CurveChart::group).toList())) {
            return;
        }
        Map<String, CurveChart> before = new HashMap<>();
        shown.forEach(chart -> before.put(chart.group(), chart));
        shown.clear();
        Control above = nothing;
        for (String group : wanted) {
            CurveChart chart = before.containsKey(group) ? before.remove(group) : create(group);
            chart.control().moveBelow(above);
            above = chart.control();
            shown.add(chart);
        }
        before.values().forEach(chart -> chart.control().dispose());
        nothing.setVisible(shown.isEmpty());
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .exclude(!shown.isEmpty())
                .applyTo(nothing);
        arrange();
    }

    private CurveChart create(String group) {
        CurveChart chart = new CurveChart(charts, group, zoomed);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(chart.control());
        chart.control().setBackground(charts.getBackground());
        chart.control().setForeground(charts.getForeground());
        if (theme != null) {
            chart.style(theme);
        }
        created.accept(chart.control().getPlotArea().getControl());
        return chart;
    }

    /** The list beside the charts, or above them where the view is narrow. */
    private void orient() {
        int orientation = pages.control().getSize().x < NARROW ? SWT.VERTICAL : SWT.HORIZONTAL;
        if (sides.getOrientation() != orientation) {
            sides.setOrientation(orientation);
        }
    }

    /** As many columns as make the charts about twice as wide as high; where they would be too low, they are scrolled. */
    private void arrange() {
        Point size = scrolled.getSize();
        int most = Math.max(1, shown.size());
        double wanted = Math.sqrt(most * (double) size.x / (ASPECT * Math.max(1, size.y)));
        int columns = (int) Math.clamp(Math.round(wanted), 1, most);
        GridLayout layout = (GridLayout) charts.getLayout();
        layout.numColumns = columns;
        layout.makeColumnsEqualWidth = true;
        scrolled.setMinHeight((most + columns - 1) / columns * LEAST_HEIGHT);
        charts.layout();
    }

    private void style(ChartTheme changed) {
        theme = changed;
        shown.forEach(chart -> chart.style(theme));
        for (Control control : new Control[] {content, scrolled, charts, nothing, title.control()}) {
            control.setBackground(theme.background());
            control.setForeground(theme.foreground());
        }
    }
}
