package org.backprop.views.dropout;

import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;

import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunInfo;
import org.backprop.views.Pages;
import org.backprop.views.TimeSlider;
import org.backprop.views.images.HeatCanvas;
import org.backprop.views.tables.SortedTable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Layers on the left; on the right blocks, the masks or what is counted of them, and the time. */
public final class DropoutPanel {
    private final Pages pages;
    private final Composite content;
    private final Label title;
    private final Label message;
    private final SortedTable<LayerFacts> layers;
    private final Picture picture;
    private final Label caption;
    private final TimeSlider time;
    private Set<String> chosen = Set.of();

    /** @param changed called when the user wants something else to be drawn */
    DropoutPanel(Composite parent, Runnable changed) {
        pages = new Pages(parent);
        content = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(content);
        title = line(content);
        message = line(content);
        SashForm sides = new SashForm(content, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sides);
        layers = new SortedTable<>(
                sides, LayerFacts.class, LayerColumns.ALL, (layer, column) -> null, LayerColumns::tip);
        layers.viewer().addSelectionChangedListener(event -> choose(changed));
        Composite right = new Composite(sides, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(right);
        picture = new Picture(right, changed);
        caption = line(right);
        time = new TimeSlider(right, false, changed);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(time.control());
        sides.setWeights(40, 60);
        sides.addListener(SWT.Resize, event -> arrange(sides));
        setMessage("");
    }

    /** Puts layers and picture where there is more room: beside each other or one above the other. */
    private static void arrange(SashForm sides) {
        Point size = sides.getSize();
        int orientation = size.x * 2 > size.y * 3 ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (sides.getOrientation() != orientation) {
            sides.setOrientation(orientation);
        }
    }

    private static Label line(Composite parent) {
        Label label = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void choose(Runnable changed) {
        Set<String> names = new LinkedHashSet<>();
        layers.selected().forEach(layer -> names.add(layer.name()));
        if (!names.equals(chosen)) {
            chosen = names;
            changed.run();
        }
    }

    public Composite control() {
        return pages.control();
    }

    public SortedTable<LayerFacts> layers() {
        return layers;
    }

    public SortedTable<UnitRow> units() {
        return picture.units();
    }

    public HeatCanvas heat() {
        return picture.heat();
    }

    public GateCanvas gates() {
        return picture.gates();
    }

    public TimeSlider time() {
        return time;
    }

    /** Names of the selected layers; none stands for all. */
    Set<String> chosen() {
        return chosen;
    }

    /** Goes back to all layers. */
    void chooseAll() {
        layers.viewer().setSelection(StructuredSelection.EMPTY);
    }

    /** Selects layers as they were chosen before, even if they are not there yet. */
    void setChosen(Set<String> names) {
        chosen = names;
    }

    /** The chosen step; empty for the newest. */
    OptionalLong step() {
        return time.step();
    }

    /** Shows a text in place of everything. */
    void showText(String text) {
        pages.showText(text);
    }

    /** Shows what there is to say about the last command; nothing if the text is empty. */
    void setMessage(String text) {
        if (!text.equals(message.getText()) || text.isEmpty()) {
            message.setText(text);
            ((GridData) message.getLayoutData()).exclude = text.isEmpty();
            message.setVisible(!text.isEmpty());
            content.layout();
        }
    }

    /** Draws. */
    public void show(Shown shown) {
        pages.show(content);
        set(title, Captions.title(shown));
        set(caption, Captions.picture(shown));
        layers.show(shown.layers());
        picture.show(shown);
        double perEpoch =
                shown.run().info().map(RunInfo::plan).map(Plan::stepsPerEpoch).orElse(0L);
        time.setMoments(shown.moments(), perEpoch);
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            if (label.computeSize(label.getSize().x, SWT.DEFAULT).y != label.getSize().y) {
                label.getParent().layout();
            }
        }
    }

    void setFocus() {
        if (pages.text().isEmpty()) {
            layers.viewer().getTable().setFocus();
        } else {
            pages.setFocus();
        }
    }
}
