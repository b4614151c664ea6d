package org.backprop.views.diagnosis;

import java.util.EnumMap;
import java.util.Map;

import org.backprop.runlog.diagnosis.Severity;
import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Images;
import org.backprop.views.Pages;
import org.backprop.views.Themed;
import org.backprop.views.WrappedLabel;
import org.backprop.views.tables.Column;
import org.backprop.views.tables.SortedTable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** The findings above their evidence, or beside it where the view is wide; or a text while there is nothing. */
final class DiagnosisPanel {
    private static final int INDENT = 6;
    private static final double WIDE = 1.8;

    /** Parts of the table and of the evidence. */
    private static final int[] BESIDE = {3, 2};

    private static final int[] BELOW = {2, 3};

    private final Pages pages;
    private final Composite content;
    private final WrappedLabel title;
    private final SashForm sash;
    private final SortedTable<Row> table;
    private final WrappedLabel advice;
    private final EvidenceChart chart;
    private final Map<Severity, Image> images = new EnumMap<>(Severity.class);

    DiagnosisPanel(Composite parent) {
        pages = new Pages(parent);
        content = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        title = new WrappedLabel(content, 1, INDENT);
        advice = new WrappedLabel(content, 1, INDENT);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), content);
        images.put(Severity.WARNING, resources.create(Images.icon("warning")));
        images.put(Severity.ERROR, resources.create(Images.icon("failed")));
        sash = new SashForm(content, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        table = new SortedTable<>(sash, Row.class, Row.columns(), this::image, DiagnosisPanel::tip);
        chart = new EvidenceChart(sash);
        sash.setWeights(BELOW);
        sash.addListener(SWT.Resize, event -> arrange());
        Themed.follow(pages.control(), this::style);
    }

    private Image image(Row row, Column<Row> column) {
        return column == Row.FAULT ? images.get(row.finding().severity()) : null;
    }

    private static String tip(Row row) {
        return row.finding().message() + "\n" + row.finding().remedy();
    }

    Composite control() {
        return pages.control();
    }

    SortedTable<Row> table() {
        return table;
    }

    EvidenceChart chart() {
        return chart;
    }

    /** The text in place of the findings; empty while there are some. */
    String text() {
        return pages.text();
    }

    void showText(String text) {
        pages.showText(text);
    }

    void show(Shown shown) {
        if (shown.rows().isEmpty()) {
            showText(NLS.bind(Messages.empty_nothing, shown.facts().name()) + "\n\n" + shown.checked());
            return;
        }
        title.setText(shown.summary(), content);
        title.control().setToolTipText(shown.checked());
        table.show(shown.rows());
        shown.chosen().ifPresent(this::choose);
        chart.show(shown.plot());
        pages.show(content);
    }

    private void choose(Row row) {
        advice.setText(row.finding().message() + " " + row.finding().remedy(), content);
        if (table.viewer().getStructuredSelection().isEmpty()) {
            table.viewer().setSelection(new StructuredSelection(row));
        }
    }

    private void arrange() {
        Point size = sash.getSize();
        int orientation = size.x > WIDE * size.y ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (sash.getOrientation() != orientation) {
            sash.setOrientation(orientation);
            sash.setWeights(orientation == SWT.HORIZONTAL ? BESIDE : BELOW);
        }
    }

    private void style(ChartTheme theme) {
        content.setBackground(theme.background());
        for (WrappedLabel label : new WrappedLabel[] {title, advice}) {
            label.control().setBackground(theme.background());
            label.control().setForeground(theme.foreground());
        }
    }

    void setFocus() {
        if (text().isEmpty()) {
            table.viewer().getTable().setFocus();
        } else {
            pages.control().setFocus();
        }
    }
}
