package org.backprop.views.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.backprop.runlog.sweep.SweepCommand.Kind;
import org.backprop.runlog.sweep.SweepCsv;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.views.ViewAction;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.actions.ActionFactory;

/** What can be done with a sweep and its trials, in the toolbar, the view menu and the context menu. */
final class SweepActions {
    private final SweepView view;
    private final IAction stop;
    private final IAction skip;
    private final IAction open;
    private final IAction byTime;
    private final IAction logarithmic;
    private final IAction copy;
    private final IAction export;

    SweepActions(SweepView view, IActionBars bars) {
        this.view = view;
        stop = push(Messages.action_stop, Messages.action_stopTip, "stop", () -> view.send(Kind.STOP_TRIAL));
        skip = push(Messages.action_skip, Messages.action_skipTip, "skip", () -> view.send(Kind.SKIP_TRIAL));
        open = push(Messages.action_open, Messages.action_openTip, "curves", view::openRun);
        byTime = check(
                Messages.action_time,
                Messages.action_timeTip,
                "time",
                () -> view.setState(view.state().withByTime(!view.state().byTime())));
        logarithmic = check(
                Messages.action_log,
                Messages.action_logTip,
                "log",
                () -> view.setState(view.state().withLogarithmic(!view.state().logarithmic())));
        copy = push(Messages.action_copy, Messages.action_copyTip, "copy", this::copy);
        export = push(Messages.action_export, Messages.action_exportTip, "export", this::export);
        copy.setActionDefinitionId("org.eclipse.ui.edit.copy");
        addTo(bars.getToolBarManager());
        addTo(bars.getMenuManager());
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        bars.updateActionBars();
        update();
    }

    private static IAction push(String text, String tip, String icon, Runnable run) {
        return new ViewAction(IAction.AS_PUSH_BUTTON, text, tip, icon, run);
    }

    private static IAction check(String text, String tip, String icon, Runnable run) {
        return new ViewAction(IAction.AS_CHECK_BOX, text, tip, icon, run);
    }

    private void addTo(IContributionManager manager) {
        manager.add(stop);
        manager.add(skip);
        manager.add(open);
        manager.add(new Separator());
        manager.add(byTime);
        manager.add(logarithmic);
        manager.add(new Separator());
        manager.add(copy);
        manager.add(export);
    }

    void addContextMenu(TableViewer viewer) {
        MenuManager manager = new MenuManager();
        addTo(manager);
        manager.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        viewer.getTable().setMenu(manager.createContextMenu(viewer.getTable()));
        view.getSite().registerContextMenu(manager, viewer);
        viewer.addSelectionChangedListener(event -> update());
    }

    /** Makes checks and enablement agree with the view. */
    void update() {
        boolean sweep = view.sweep().isPresent();
        stop.setEnabled(!view.reachable(Kind.STOP_TRIAL).isEmpty());
        skip.setEnabled(!view.reachable(Kind.SKIP_TRIAL).isEmpty());
        open.setEnabled(view.selected().stream().anyMatch(row -> row.run().isPresent()));
        byTime.setChecked(view.state().byTime());
        logarithmic.setChecked(view.state().logarithmic());
        copy.setEnabled(sweep);
        export.setEnabled(sweep);
    }

    private void copy() {
        view.sweep().ifPresent(sweep -> {
            Clipboard clipboard = new Clipboard(view.getSite().getShell().getDisplay());
            clipboard.setContents(new Object[] {SweepCsv.of(sweep)}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        });
    }

    private void export() {
        view.sweep().ifPresent(sweep -> {
            FileDialog dialog = new FileDialog(view.getSite().getShell(), SWT.SAVE);
            dialog.setFileName(sweep.info().name() + ".csv");
            dialog.setFilterExtensions(new String[] {"*.csv", "*"});
            dialog.setOverwrite(true);
            String file = dialog.open();
            if (file != null) {
                Job.create(Messages.export_job, (ICoreRunnable) monitor -> write(sweep, Path.of(file)))
                        .schedule();
            }
        });
    }

    private static void write(SweepSnapshot sweep, Path file) throws CoreException {
        try {
            Files.writeString(file, SweepCsv.of(sweep), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.export_failed, e.getLocalizedMessage()), e));
        }
    }
}
