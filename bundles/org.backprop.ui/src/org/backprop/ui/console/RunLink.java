package org.backprop.ui.console;

import java.nio.file.Path;

import org.backprop.ui.UiIds;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.statushandlers.StatusManager;

/** Shows a run folder in the Curves view. */
record RunLink(Path folder) implements IHyperlink {
    @Override
    public void linkActivated() {
        IWorkbenchPage page =
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            IViewPart curves = page.showView(UiIds.CURVES_VIEW);
            if (curves instanceof IShowInTarget target) {
                target.show(new ShowInContext(folder, new StructuredSelection(folder)));
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    @Override
    public void linkEntered() {}

    @Override
    public void linkExited() {}
}
