package org.backprop.views.gradients;

import java.util.List;
import java.util.function.Consumer;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.views.Images;
import org.backprop.views.Pages;
import org.backprop.views.TimeSlider;
import org.backprop.views.WrappedLabel;
import org.backprop.views.tables.SortedTable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** The layers and what is drawn of them, above the time slider. */
public final class GradientsPanel {
    private static final double WIDE = 1.8;

    private final Pages pages;
    private final Composite content;
    private final WrappedLabel title;
    private final SashForm sides;
    private final SortedTable<LayerRow> layers;
    private final Picture picture;
    private final TimeSlider time;
    private final Runnable changed;
    private final Consumer<String> reveal;
    private Shown shown;
    private String chosen;

    /**
     * @param changed called when something else is to be drawn
     * @param reveal called with the name of a layer that the user selected
     */
    GradientsPanel(Composite parent, Runnable changed, Consumer<String> reveal) {
        this.changed = changed;
        this.reveal = reveal;
        pages = new Pages(parent);
        content = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 2).spacing(0, 2).applyTo(content);
        title = new WrappedLabel(content, 1, 0);
        sides = new SashForm(content, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(sides);
        Image failed =
                new LocalResourceManager(JFaceResources.getResources(), sides).create(Images.state(Outcome.FAILED));
        layers = new SortedTable<>(
                sides,
                LayerRow.class,
                LayerColumns.ALL,
                (row, column) -> LayerColumns.isMarked(row, column) ? failed : null,
                LayerColumns::tip);
        layers.viewer().getTable().addListener(SWT.Selection, event -> selected());
        picture = new Picture(sides, changed, this::select);
        sides.setWeights(35, 65);
        time = new TimeSlider(content, true, changed);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(time.control());
        content.addListener(SWT.Resize, event -> arrange());
    }

    /** One beside the other where the view is wide, else one below the other. */
    private void arrange() {
        Point size = content.getSize();
        int orientation = size.x > WIDE * size.y ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (sides.getOrientation() != orientation) {
            sides.setOrientation(orientation);
        }
    }

    private void selected() {
        List<LayerRow> rows = layers.selected();
        if (!rows.isEmpty()) {
            boolean other = !rows.getLast().name().equals(chosen);
            chosen = rows.getLast().name();
            reveal.accept(chosen);
            if (other) {
                changed.run();
            }
        }
    }

    /** Selects the layer with an index, as a click on its row does. */
    private void select(int index) {
        if (shown != null && index >= 0 && index < shown.layers().size()) {
            layers.viewer().setSelection(new StructuredSelection(shown.layers().get(index)), true);
            selected();
        }
    }

    /** The control of the view. */
    public Composite control() {
        return pages.control();
    }

    /** The table of layers. */
    public SortedTable<LayerRow> layers() {
        return layers;
    }

    /** The time slider. */
    public TimeSlider time() {
        return time;
    }

    Picture picture() {
        return picture;
    }

    /** Name of the selected layer, or null. */
    String layer() {
        return chosen;
    }

    /** Selects a layer as it was before, even if it is not there yet. */
    void setLayer(String name) {
        chosen = name;
    }

    /** Shows a text in place of everything. */
    void showText(String text) {
        pages.showText(text);
    }

    /** Draws a run with at least one layer. */
    public void show(Shown projected) {
        shown = projected;
        title.setText(Captions.title(shown), content);
        layers.show(shown.layers());
        if (!layers.selected().contains(shown.selected())) {
            layers.viewer().setSelection(new StructuredSelection(shown.selected()));
        }
        chosen = shown.selected().name();
        picture.show(shown);
        double perEpoch =
                shown.run().info().map(RunInfo::plan).map(Plan::stepsPerEpoch).orElse(0L);
        time.setMoments(shown.moments(), perEpoch);
        pages.show(content);
    }

    void setFocus() {
        if (pages.text().isEmpty()) {
            layers.viewer().getTable().setFocus();
        } else {
            pages.setFocus();
        }
    }
}
