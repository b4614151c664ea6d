package org.backprop.ui.console;

import java.nio.file.Files;
import java.nio.file.Path;

import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.ui.UiIds;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.statushandlers.StatusManager;

/** Shows a run folder in the Curves view, or the folder of a sweep in the Sweep view. */
record RunLink(Path folder, String view) implements IHyperlink {
    static RunLink to(Path folder) {
        boolean sweep = Files.exists(folder.resolve(SweepFolder.INFO));
        return new RunLink(folder, sweep ? UiIds.SWEEP_VIEW : UiIds.CURVES_VIEW);
    }

    @Override
    public void linkActivated() {
        IWorkbenchPage page =
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            IViewPart shown = page.showView(view);
            if (shown instanceof IShowInTarget target) {
                target.show(new ShowInContext(folder, new StructuredSelection(folder)));
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    /** Brings the view to the top of its folder, without the focus, wherever the user has it open. Any thread may call it. */
    void bringViewToTop() {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
                IWorkbenchPage page = window.getActivePage();
                IViewPart open = page == null ? null : page.findView(view);
                if (open != null) {
                    page.bringToTop(open);
                }
            }
        });
    }

    @Override
    public void linkEntered() {}

    @Override
    public void linkExited() {}
}
