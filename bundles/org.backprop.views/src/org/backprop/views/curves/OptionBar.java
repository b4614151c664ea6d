package org.backprop.views.curves;

import java.util.Arrays;
import java.util.Locale;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;

/** Smoothing and the x axis, below the charts. */
final class OptionBar {
    private static final int PERCENT = 100;
    private static final int WIDTH = 80;

    private final Composite control;
    private final Scale smoothing;
    private final Label value;
    private final Combo horizontal;

    /** @param changed called when the user changed something */
    OptionBar(Composite parent, Runnable changed) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(6, 0).applyTo(control);
        new Label(control, SWT.NONE).setText(Messages.option_smoothing);
        smoothing = new Scale(control, SWT.HORIZONTAL);
        smoothing.setMaximum((int) Math.round(CurvesState.MOST_SMOOTHING * PERCENT));
        smoothing.setIncrement(1);
        smoothing.setPageIncrement(10);
        smoothing.setToolTipText(Messages.option_smoothingTip);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(smoothing);
        value = new Label(control, SWT.NONE);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(value.getFont().getFontData()[0].getHeight() * 4, SWT.DEFAULT)
                .applyTo(value);
        new Label(control, SWT.NONE).setText(Messages.option_horizontal);
        horizontal = new Combo(control, SWT.READ_ONLY);
        horizontal.setItems(
                Arrays.stream(Horizontal.values()).map(Horizontal::title).toArray(String[]::new));
        smoothing.addListener(SWT.Selection, event -> {
            showValue();
            changed.run();
        });
        horizontal.addListener(SWT.Selection, event -> changed.run());
    }

    Composite control() {
        return control;
    }

    /** The slider, for tests. */
    Scale smoothing() {
        return smoothing;
    }

    void show(CurvesState state) {
        smoothing.setSelection((int) Math.round(state.smoothing() * PERCENT));
        horizontal.select(state.horizontal().ordinal());
        showValue();
    }

    private void showValue() {
        value.setText(String.format(Locale.ROOT, "%.2f", smoothing.getSelection() / (double) PERCENT));
    }

    /** The state with what is set here. */
    CurvesState applyTo(CurvesState state) {
        return state.withSmoothing(smoothing.getSelection() / (double) PERCENT)
                .withHorizontal(Horizontal.values()[horizontal.getSelectionIndex()]);
    }
}
