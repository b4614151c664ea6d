package org.backprop.views.gradients;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

import org.backprop.views.Pages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What is drawn beside the layers: lines, an image or distributions, with the choice of what they show. */
final class Picture {
    private final Composite control;
    private final Combo choice;
    private final Label caption;
    private final Pages pages;
    private final LinesChart lines;
    private final HeatPane heat;
    private final RidgeCanvas ridge;
    private Mode mode = Mode.LINES;
    private Quantity quantity = Quantity.GRADIENT_NORM;
    private Distribution distribution = Distribution.GRADIENTS;

    /**
     * @param changed called when something else is to be drawn
     * @param select called with the index of a layer that was clicked
     */
    Picture(Composite parent, Runnable changed, IntConsumer select) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 2).applyTo(control);
        choice = new Combo(control, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(choice);
        choice.addListener(SWT.Selection, event -> choose(changed));
        caption = new Label(control, SWT.NONE);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(1, SWT.DEFAULT)
                .applyTo(caption);
        pages = new Pages(control);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(1, 1).applyTo(pages.control());
        lines = new LinesChart(pages.control(), changed, select);
        heat = new HeatPane(pages.control(), changed, select);
        ridge = new RidgeCanvas(pages.control(), changed);
        fill();
    }

    private void choose(Runnable changed) {
        if (mode == Mode.RIDGE) {
            distribution = Distribution.values()[choice.getSelectionIndex()];
        } else {
            quantity = Quantity.values()[choice.getSelectionIndex()];
        }
        changed.run();
    }

    private void fill() {
        boolean ridges = mode == Mode.RIDGE;
        List<String> titles = ridges
                ? Arrays.stream(Distribution.values()).map(Distribution::title).toList()
                : Arrays.stream(Quantity.values()).map(Quantity::title).toList();
        choice.setItems(titles.toArray(String[]::new));
        choice.setVisibleItemCount(titles.size());
        choice.select(ridges ? distribution.ordinal() : quantity.ordinal());
        choice.setToolTipText(ridges ? Messages.choice_distributionTip : Messages.choice_quantityTip);
        control.layout();
    }

    void set(Mode newMode, Quantity newQuantity, Distribution newDistribution) {
        mode = newMode;
        quantity = newQuantity;
        distribution = newDistribution;
        fill();
    }

    Composite control() {
        return control;
    }

    Combo choice() {
        return choice;
    }

    Mode mode() {
        return mode;
    }

    Quantity quantity() {
        return quantity;
    }

    Distribution distribution() {
        return distribution;
    }

    LinesChart lines() {
        return lines;
    }

    HeatPane heat() {
        return heat;
    }

    RidgeCanvas ridge() {
        return ridge;
    }

    Point ridgeSize() {
        return ridge.control().getSize();
    }

    void show(Shown shown) {
        String text = Captions.picture(shown);
        if (!text.equals(caption.getText())) {
            caption.setText(text);
            caption.setToolTipText(text);
        }
        if (shown.isBlank()) {
            pages.showText(Captions.blank(shown));
            return;
        }
        shown.lines().ifPresent(drawn -> {
            lines.show(drawn, shown.marks(), shown.selected().index());
            pages.show(lines.control());
        });
        shown.grid().ifPresent(drawn -> {
            heat.show(drawn, shown.image().orElseThrow(), shown.marks(), shown.selected());
            pages.show(heat.control());
        });
        shown.ridge().ifPresent(drawn -> {
            ridge.show(drawn);
            pages.show(ridge.control());
        });
    }
}
