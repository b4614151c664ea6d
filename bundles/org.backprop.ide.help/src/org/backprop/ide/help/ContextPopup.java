package org.backprop.ide.help;

import org.eclipse.help.IContext;
import org.eclipse.help.IContext2;
import org.eclipse.help.IHelpResource;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;

/** What a context is about, with links to pages. Escape or a click elsewhere closes it. */
final class ContextPopup extends PopupDialog {
    private static final int WIDTH = 360;

    private final IContext context;
    private final Point place;

    ContextPopup(Shell parent, IContext context, int x, int y) {
        super(parent, INFOPOPUP_SHELLSTYLE | SWT.ON_TOP, true, false, false, false, false, title(context), null);
        this.context = context;
        this.place = new Point(x, y);
    }

    private static String title(IContext context) {
        return context instanceof IContext2 titled ? titled.getTitle() : null;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(8, 8).applyTo(area);
        Label text = new Label(area, SWT.WRAP);
        text.setText(context.getText() == null ? "" : context.getText());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(text);
        for (IHelpResource topic : context.getRelatedTopics()) {
            link(area, topic);
        }
        return area;
    }

    private void link(Composite area, IHelpResource topic) {
        Link link = new Link(area, SWT.NONE);
        link.setText("<a>" + topic.getLabel().replace("&", "&&") + "</a>");
        link.addListener(SWT.Selection, event -> {
            close();
            HelpPages.open(topic.getHref());
        });
    }

    @Override
    protected Point getInitialLocation(Point size) {
        return place;
    }

    boolean isOpen() {
        return getShell() != null && !getShell().isDisposed();
    }
}
