package org.backprop.views.pruning;

import java.util.Optional;
import java.util.function.DoubleConsumer;

import org.backprop.ui.theme.ChartTheme;
import org.backprop.views.Themed;
import org.backprop.views.WrappedLabel;
import org.backprop.views.charts.Charts;
import org.backprop.views.images.HeatCanvas;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** The selected layer: saliency and mask above sparsity and weights over time; one below the other where it is narrow. */
final class DetailPane {
    private final Composite control;
    private final Composite maskPane;
    private final WrappedLabel caption;
    private final SaliencyChart saliency;
    private final HeatCanvas mask;
    private final SparsityChart sparsity;
    private final BandsChart weights;

    /**
     * @param look called when another part of the mask is in sight
     * @param moved called with the threshold when the user moved it
     */
    DetailPane(Composite parent, Runnable look, DoubleConsumer moved) {
        control = new Composite(parent, SWT.NONE);
        arrange(false);
        saliency = new SaliencyChart(fill());
        new ThresholdGestures(saliency, moved);
        maskPane = fill();
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(maskPane);
        caption = new WrappedLabel(maskPane, 1, 0);
        mask = new HeatCanvas(maskPane, look);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(mask.control());
        sparsity = new SparsityChart(fill());
        weights = new BandsChart(fill());
        Themed.follow(control, this::style);
    }

    /** Places the four. */
    void arrange(boolean narrow) {
        int columns = narrow ? 1 : 2;
        if (!(control.getLayout() instanceof GridLayout layout) || layout.numColumns != columns) {
            GridLayoutFactory.fillDefaults()
                    .numColumns(columns)
                    .equalWidth(true)
                    .spacing(4, 4)
                    .applyTo(control);
            control.layout();
        }
    }

    /** How many stand one above the other. */
    int rows() {
        return control.getChildren().length / ((GridLayout) control.getLayout()).numColumns;
    }

    private Composite fill() {
        Composite pane = new Composite(control, SWT.NONE);
        pane.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).hint(1, 1).applyTo(pane);
        return pane;
    }

    Composite control() {
        return control;
    }

    SaliencyChart saliency() {
        return saliency;
    }

    HeatCanvas mask() {
        return mask;
    }

    /** Width of the curves in pixels, at least 1. */
    int plotWidth() {
        return Charts.plotWidth(weights.control());
    }

    SparsityChart sparsity() {
        return sparsity;
    }

    BandsChart weights() {
        return weights;
    }

    /** Shows a layer. */
    void show(ShownPruning shown, Detail detail) {
        String layer = detail.layer().name();
        String title = shown.run().histograms().containsKey(PruningTags.saliency(layer))
                ? NLS.bind(Messages.axis_saliency, layer, Proposal.recorded(shown))
                : NLS.bind(Messages.axis_size, layer);
        saliency.show(detail.layer().whatIf().map(WhatIf::saliency), title);
        mask.show(
                detail.mask().all(), detail.image().orElse(null), detail.mask().stretch(), detail.mask()::describe);
        caption.setText(caption(detail), maskPane);
        sparsity.show(detail.sparsity(), shown.marks());
        weights.show(detail.weights());
    }

    private static String caption(Detail detail) {
        Optional<String> shapes = detail.mask().shapes();
        String kind = detail.mask().stretch() == 1 ? Messages.mask_tiles : Messages.mask_caption;
        return shapes.isPresent()
                ? NLS.bind(kind, shapes.get())
                : NLS.bind(Messages.mask_none, detail.layer().name());
    }

    private void style(ChartTheme theme) {
        control.setBackground(theme.background());
        maskPane.setBackground(theme.background());
        caption.control().setBackground(theme.background());
        caption.control().setForeground(theme.foreground());
    }
}
