package org.backprop.ide.help;

import org.eclipse.help.IContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.help.AbstractHelpUI;

/** Shows help pages in a browser, and context help in a pop-up. */
public final class PageHelp extends AbstractHelpUI {
    private ContextPopup popup;

    @Override
    public void displayHelp() {
        HelpPages.openContents();
    }

    @Override
    public void displayHelpResource(String href) {
        HelpPages.open(href);
    }

    @Override
    public void displayContext(IContext context, int x, int y) {
        if (popup != null) {
            popup.close();
        }
        if (context != null && (context.getText() != null || context.getRelatedTopics().length > 0)) {
            popup = new ContextPopup(Display.getCurrent().getActiveShell(), context, x, y);
            popup.open();
        }
    }

    /** There is no index to search in: the contents are the next best. */
    @Override
    public void displaySearch() {
        displayHelp();
    }

    /** Asks the control with the focus, or the nearest around it, for its context help. */
    @Override
    public void displayDynamicHelp() {
        for (Control control = Display.getCurrent().getFocusControl(); control != null; control = control.getParent()) {
            if (control.isListening(SWT.Help)) {
                control.notifyListeners(SWT.Help, new Event());
                return;
            }
        }
        displayHelp();
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return popup != null && popup.isOpen();
    }
}
