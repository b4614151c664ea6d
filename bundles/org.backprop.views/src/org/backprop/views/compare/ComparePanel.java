package org.backprop.views.compare;

import java.util.List;
import java.util.function.Consumer;

import org.backprop.runlog.compare.Comparison.MetricRow;
import org.backprop.views.Images;
import org.backprop.views.Pages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Four parts behind tabs, with the choice of a metric above; or a text that says what to do while there is nothing. */
final class ComparePanel {
    /** Index of the tab with the parallel coordinates. */
    static final int PARALLEL = 3;

    private final Pages pages;
    private final Composite content;
    private final Combo metric;
    private final Label status;
    private final CTabFolder tabs;
    private final OverlayChart chart;
    private final RunColumnsTable metrics;
    private final RunColumnsTable differences;
    private final ParallelCanvas parallel;
    private Shown shown;

    ComparePanel(Composite parent, int tab, Consumer<String> chooseMetric, Consumer<Integer> chooseTab) {
        pages = new Pages(parent);
        pages.showText(Messages.empty);
        content = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 2).applyTo(content);
        Label label = new Label(content, SWT.NONE);
        label.setText(Messages.metric);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).indent(6, 0).applyTo(label);
        metric = new Combo(content, SWT.READ_ONLY);
        metric.addListener(SWT.Selection, event -> chooseMetric.accept(metric.getText()));
        status = new Label(content, SWT.NONE);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(status);
        tabs = new CTabFolder(content, SWT.BOTTOM | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(tabs);
        chart = new OverlayChart(tabs);
        metrics = new RunColumnsTable(tabs, Messages.column_metric);
        differences = new RunColumnsTable(tabs, Messages.column_path);
        parallel = new ParallelCanvas(tabs, this::showStatus);
        LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), content);
        addTab(images, Messages.tab_curves, "curves", chart.control());
        addTab(images, Messages.tab_metrics, "columns", metrics.control());
        addTab(images, Messages.tab_differences, "difference", differences.control());
        addTab(images, Messages.tab_parallel, "parallel", parallel.control());
        tabs.setSelection(Math.clamp(tab, 0, PARALLEL));
        tabs.addListener(SWT.Selection, event -> {
            showStatus();
            chooseTab.accept(tabs.getSelectionIndex());
        });
    }

    private void addTab(LocalResourceManager images, String title, String icon, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setToolTipText(title);
        item.setImage(images.create(Images.icon(icon)));
        item.setControl(control);
    }

    Composite control() {
        return pages.control();
    }

    /** Width in pixels, at least 1. */
    int width() {
        return Math.max(1, pages.control().getSize().x);
    }

    OverlayChart chart() {
        return chart;
    }

    ParallelCanvas parallel() {
        return parallel;
    }

    int tab() {
        return tabs.getSelectionIndex();
    }

    void show(Shown projection, boolean logarithmic) {
        shown = projection;
        if (shown.names().size() < 2) {
            pages.showText(Messages.empty);
            return;
        }
        showMetrics();
        chart.show(shown.curves(), shown.metric(), logarithmic);
        metrics.show(shown.names(), Rows.metrics(shown.comparison()));
        differences.show(shown.names(), Rows.differences(shown.comparison()));
        parallel.show(shown.axes(), shown.names());
        showStatus();
        pages.show(content);
    }

    private void showMetrics() {
        String[] tags =
                shown.comparison().metrics().stream().map(MetricRow::tag).toArray(String[]::new);
        if (!List.of(tags).equals(List.of(metric.getItems()))) {
            metric.setItems(tags);
            content.layout();
        }
        if (!metric.getText().equals(shown.metric())) {
            metric.setText(shown.metric());
        }
    }

    private void showStatus() {
        if (shown == null) {
            return;
        }
        int runs = shown.names().size();
        String text = switch (tab()) {
            case 2 ->
                NLS.bind(
                        Messages.status_differences,
                        shown.comparison().differences().size(),
                        runs);
            case PARALLEL ->
                parallel.isBrushed()
                        ? NLS.bind(Messages.status_brushed, parallel.chosen(), runs)
                        : Messages.status_brush;
            default -> NLS.bind(Messages.status_runs, runs);
        };
        status.setText(text);
        status.setToolTipText(text);
    }

    /** The part in front as text that a spreadsheet understands. */
    String text() {
        return switch (tab()) {
            case 0 -> CompareText.curves(shown);
            case 1 -> metrics.text();
            case 2 -> differences.text();
            default -> CompareText.parallel(shown, parallel);
        };
    }

    void setFocus() {
        if (pages.text().isEmpty()) {
            tabs.getSelection().getControl().setFocus();
        } else {
            pages.setFocus();
        }
    }
}
