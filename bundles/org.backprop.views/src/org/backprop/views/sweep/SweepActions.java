package org.backprop.views.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.backprop.runlog.sweep.SweepCommand.Kind;
import org.backprop.runlog.sweep.SweepCsv;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.views.ViewActions;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IActionBars;

/** What can be done with a sweep and its trials, in the toolbar, the view menu and the context menu. */
final class SweepActions {
    private final SweepView view;

    private SweepActions(SweepView view) {
        this.view = view;
    }

    static ViewActions of(SweepView view, IActionBars bars) {
        SweepActions sweep = new SweepActions(view);
        return sweep.addChoices(sweep.addCommands(new ViewActions(bars)))
                .separator()
                .copy(
                        Messages.action_copy,
                        Messages.action_copyTip,
                        view.panel().control(),
                        sweep::isShown,
                        () -> SweepCsv.of(view.sweep().orElseThrow()))
                .push(Messages.action_export, Messages.action_exportTip, "export", sweep::isShown, sweep::export)
                .fillBars();
    }

    private ViewActions addCommands(ViewActions actions) {
        return actions.push(
                        Messages.action_stop,
                        Messages.action_stopTip,
                        "stop",
                        () -> !view.reachable(Kind.STOP_TRIAL).isEmpty(),
                        () -> view.send(Kind.STOP_TRIAL))
                .push(
                        Messages.action_skip,
                        Messages.action_skipTip,
                        "skip",
                        () -> !view.reachable(Kind.SKIP_TRIAL).isEmpty(),
                        () -> view.send(Kind.SKIP_TRIAL))
                .push(
                        Messages.action_open,
                        Messages.action_openTip,
                        "curves",
                        () -> view.selected().stream().anyMatch(row -> row.run().isPresent()),
                        view::openRun)
                .separator();
    }

    private ViewActions addChoices(ViewActions actions) {
        return actions.check(
                        Messages.action_time,
                        Messages.action_timeTip,
                        "time",
                        ViewActions.ALWAYS,
                        () -> view.state().byTime(),
                        () -> view.setState(
                                view.state().withByTime(!view.state().byTime())))
                .check(
                        Messages.action_log,
                        Messages.action_logTip,
                        "log",
                        ViewActions.ALWAYS,
                        () -> view.state().logarithmic(),
                        () -> view.setState(
                                view.state().withLogarithmic(!view.state().logarithmic())));
    }

    private boolean isShown() {
        return view.sweep().isPresent();
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
