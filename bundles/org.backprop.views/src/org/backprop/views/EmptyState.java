package org.backprop.views;

import org.backprop.ui.UiIds;
import org.backprop.ui.wizards.NewWizards;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** The text in the middle of a view that has nothing to show: why, and what to do next. */
public final class EmptyState {
    private static final int WIDTH = 320;
    private static final int MARGIN = 16;

    private final ScrolledComposite control;
    private final Composite content;
    private final Label label;

    public EmptyState(Composite parent) {
        control = new ScrolledComposite(parent, SWT.V_SCROLL);
        content = new Composite(control, SWT.NONE);
        control.setContent(content);
        control.setExpandHorizontal(true);
        control.setExpandVertical(true);
        control.addListener(SWT.Resize, event -> fit());
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(content);
        label = new Label(content, SWT.WRAP | SWT.CENTER);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(label);
    }

    /** Adds links to the wizards for a new model and an example. */
    public void offerNew() {
        Link link = new Link(content, SWT.NONE);
        link.setText(NLS.bind(Messages.empty_new, UiIds.NEW_MODEL_WIZARD, UiIds.EXAMPLE_WIZARD));
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.BEGINNING)
                .grab(true, true)
                .applyTo(link);
        link.addListener(SWT.Selection, event -> NewWizards.open(event.text));
        ((GridData) label.getLayoutData()).verticalAlignment = SWT.END;
    }

    public Composite control() {
        return control;
    }

    public void setText(String text) {
        label.setText(text);
        fit();
    }

    /** Wraps the text in a narrow view, and scrolls it in a low one. */
    private void fit() {
        int width = control.getClientArea().width;
        ((GridData) label.getLayoutData()).widthHint = Math.clamp(width - 2L * MARGIN, 1, WIDTH);
        control.setMinHeight(content.computeSize(width, SWT.DEFAULT).y);
        content.layout(true, true);
    }

    public String getText() {
        return label.getText();
    }
}
