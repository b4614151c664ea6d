package org.backprop.views;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The content of a view, or a text in its place while there is nothing to show. The text comes first. */
public final class Pages {
    private final Composite control;
    private final StackLayout stack = new StackLayout();
    private final EmptyState empty;

    public Pages(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        control.setLayout(stack);
        empty = new EmptyState(control);
        stack.topControl = empty.control();
    }

    /** Adds links to the wizards for a new model and an example to the text. */
    public void offerNew() {
        empty.offerNew();
    }

    /** The parent of the content. */
    public Composite control() {
        return control;
    }

    /** Shows a text: why there is nothing, and what to do next. */
    public void showText(String text) {
        empty.setText(text);
        show(empty.control());
    }

    /** Shows a child of the control. */
    public void show(Control page) {
        if (stack.topControl != page) {
            stack.topControl = page;
            control.layout();
        }
    }

    /** The text in place of the content; empty while there is content. */
    public String text() {
        return stack.topControl == empty.control() ? empty.getText() : "";
    }

    public void setFocus() {
        stack.topControl.setFocus();
    }
}
