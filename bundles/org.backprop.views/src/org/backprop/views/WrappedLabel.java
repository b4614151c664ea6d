package org.backprop.views;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * A text that often changes, over the whole width of a grid. It takes more lines when it needs them and keeps them, so that
 * what stands around it does not move to and fro below the pointer.
 */
public final class WrappedLabel {
    private final Label label;

    /** The width for which the height is kept. */
    private int width;

    /** @param columns how many columns of the parent's grid it takes */
    public WrappedLabel(Composite parent, int columns, int indent) {
        label = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(columns, 1)
                .hint(1, SWT.DEFAULT)
                .indent(indent, 0)
                .applyTo(label);
        label.addListener(SWT.Resize, event -> resized());
    }

    /** Takes as many lines as it needs at another width. */
    private void resized() {
        int now = label.getSize().x;
        GridData data = (GridData) label.getLayoutData();
        if (now != width && data.heightHint != SWT.DEFAULT) {
            width = now;
            data.heightHint = SWT.DEFAULT;
            label.requestLayout();
        }
    }

    public Label control() {
        return label;
    }

    private void fit(Composite outer) {
        Point size = label.getSize();
        GridData data = (GridData) label.getLayoutData();
        if (size.x != width) {
            width = size.x;
            data.heightHint = SWT.DEFAULT;
        }
        int needed = label.computeSize(size.x, SWT.DEFAULT).y;
        if (needed > size.y) {
            data.heightHint = size.x == 0 ? SWT.DEFAULT : needed;
            outer.layout(true, true);
        } else if (data.heightHint == SWT.DEFAULT && size.x > 0) {
            data.heightHint = size.y;
        }
    }

    /** Shows a text; {@code outer} is laid out if that needs more room. */
    public void setText(String text, Composite outer) {
        if (!text.equals(label.getText()) || label.getSize().x != width) {
            label.setText(text);
            fit(outer);
        }
    }
}
