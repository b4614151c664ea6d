package org.backprop.views;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The text in the middle of a view that has nothing to show: why, and what to do next. */
public final class EmptyState {
    private static final int WIDTH = 320;

    private final Composite control;
    private final Label label;

    public EmptyState(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 16).applyTo(control);
        label = new Label(control, SWT.WRAP | SWT.CENTER);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(label);
    }

    public Composite control() {
        return control;
    }

    public void setText(String text) {
        label.setText(text);
        control.layout();
    }

    public String getText() {
        return label.getText();
    }
}
