package org.backprop.views.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

import org.backprop.runlog.series.Series;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Figures;
import org.backprop.views.Pages;
import org.backprop.views.Themed;
import org.backprop.views.TimeSlider;
import org.backprop.views.WrappedLabel;
import org.backprop.views.tables.SortedTable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** The layers and what to prune beside the selected layer, above the time slider. */
final class PruningPanel {
    private static final String COST = "watching/cost";
    private static final double WIDE = 1.6;
    /** Widths below that, in pixels, have room for one chart. */
    private static final int NARROW = 450;

    private static final int LEAST_CHART = 120;
    private static final int LAYERS_SHARE = 40;

    private final Pages pages;
    private final Composite content;
    private final WrappedLabel title;
    private final ScrolledComposite scrolled;
    private final SashForm sides;
    private final SortedTable<LayerRow> layers;
    private final PruneBar bar;
    private final DetailPane detail;
    private final TimeSlider time;

    /**
     * @param changed called when something else is to be shown
     * @param moved called with the threshold when the user moved it
     */
    PruningPanel(
            Composite parent, List<String> criteria, Runnable changed, DoubleConsumer moved, PruneBar.Actions actions) {
        pages = new Pages(parent);
        content = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(content);
        title = new WrappedLabel(content, 1, 6);
        scrolled = new ScrolledComposite(content, SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(scrolled);
        sides = new SashForm(scrolled, SWT.HORIZONTAL);
        scrolled.setContent(sides);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        Composite left = new Composite(sides, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(left);
        layers = new SortedTable<>(left, LayerRow.class, LayerColumns.ALL, (row, column) -> null, row -> null);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(layers.control());
        layers.viewer().getTable().addListener(SWT.Selection, event -> changed.run());
        bar = new PruneBar(left, criteria, actions);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        detail = new DetailPane(sides, changed, moved);
        sides.setWeights(LAYERS_SHARE, 100 - LAYERS_SHARE);
        time = new TimeSlider(content, true, changed);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(time.control());
        content.addListener(SWT.Resize, event -> arrange());
        Themed.follow(pages.control(), this::style);
    }

    /**
     * One beside the other, or one below the other where the view is high; scrolled where the charts would be too low to be read.
     */
    private void arrange() {
        Point size = content.getSize();
        boolean wide = size.x > WIDE * size.y;
        boolean narrow = size.x < NARROW;
        int orientation = wide ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (sides.getOrientation() != orientation) {
            sides.setOrientation(orientation);
        }
        bar.arrange(narrow);
        detail.arrange(narrow && !wide);
        int charts = LEAST_CHART * detail.rows();
        scrolled.setMinHeight(wide ? charts : charts * 100 / (100 - LAYERS_SHARE));
    }

    Composite control() {
        return pages.control();
    }

    SortedTable<LayerRow> layers() {
        return layers;
    }

    PruneBar bar() {
        return bar;
    }

    DetailPane detail() {
        return detail;
    }

    TimeSlider time() {
        return time;
    }

    /** Name of the selected layer, or null. */
    String layer() {
        List<LayerRow> selected = layers.selected();
        return selected.isEmpty() ? null : selected.getFirst().name();
    }

    /** Shows a text in place of the layers. */
    void showText(String text) {
        pages.showText(text);
    }

    /** Shows a run with at least one layer. */
    void show(ShownPruning shown) {
        title.setText(title(shown), content);
        layers.show(shown.layers());
        shown.detail().ifPresent(selected -> show(shown, selected));
        time.setMoments(shown.moments(), shown.stepsPerEpoch());
        pages.show(content);
    }

    private void show(ShownPruning shown, Detail selected) {
        if (layers.selected().isEmpty()) {
            layers.viewer().setSelection(new StructuredSelection(selected.layer()));
        }
        detail.show(shown, selected);
    }

    static String title(ShownPruning shown) {
        List<String> parts = new ArrayList<>();
        parts.add(shown.facts().name());
        parts.add(shown.facts().state());
        parts.add(NLS.bind(Messages.title_sparsity, Figures.percent(shown.sparsity())));
        Series cost = shown.run().scalar(COST);
        if (!cost.isEmpty()) {
            parts.add(NLS.bind(Messages.title_cost, Figures.percent(OptionalDouble.of(cost.lastValue()))));
        }
        return String.join("  \u00b7  ", parts);
    }

    private void style(ChartTheme theme) {
        title.control().setForeground(theme.foreground());
    }

    void setFocus() {
        pages.setFocus();
    }
}
