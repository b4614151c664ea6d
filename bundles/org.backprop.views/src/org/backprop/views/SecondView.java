package org.backprop.views;

import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;

/** Opens another instance of a view. */
final class SecondView {
    private SecondView() {}

    static void open(IViewSite site) {
        IWorkbenchPage page = site.getPage();
        int number = 2;
        while (page.findViewReference(site.getId(), String.valueOf(number)) != null) {
            number++;
        }
        try {
            page.showView(site.getId(), String.valueOf(number), IWorkbenchPage.VIEW_ACTIVATE);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
