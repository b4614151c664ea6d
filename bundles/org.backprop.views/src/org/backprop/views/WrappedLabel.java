package org.backprop.views;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A text that often changes, over the whole width of a grid. The grid is laid out again only if it takes another height. */
public final class WrappedLabel {
    private final Label label;

    /** @param columns how many columns of the parent's grid it takes */
    public WrappedLabel(Composite parent, int columns, int indent) {
        label = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(columns, 1)
                .hint(1, SWT.DEFAULT)
                .indent(indent, 0)
                .applyTo(label);
    }

    public Label control() {
        return label;
    }

    /** Shows a text; {@code outer} is laid out if that needs more or less room. */
    public void setText(String text, Composite outer) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            Point size = label.getSize();
            if (label.computeSize(size.x, SWT.DEFAULT).y != size.y) {
                outer.layout(true, true);
            }
        }
    }
}
