package org.backprop.ui.control;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.backprop.core.control.LiveRun;
import org.backprop.core.control.RunControl;
import org.backprop.core.runs.RunService;
import org.backprop.model.LiveParameter;
import org.backprop.model.LiveParameters;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the dialog of the settings that can be changed; of the learning rate alone if plugin.xml says {@code :rate}. */
public final class SettingsHandler extends TrainingHandler implements IExecutableExtension {
    private boolean rateOnly;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        rateOnly = "rate".equals(data);
    }

    @Override
    boolean isPossible(RunControl.State state) {
        return state != RunControl.State.STOPPING;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        RunService runs = PlatformUI.getWorkbench().getService(RunService.class);
        TargetRun.current()
                .ifPresent(control -> runs.snapshot()
                        .in(control.run())
                        .ifPresent(run -> CompletableFuture.supplyAsync(() -> LiveRun.parameters(run))
                                .thenAccept(known -> open(shell, control, run, known))));
        return null;
    }

    private void open(Shell shell, RunControl control, RunSnapshot run, List<LiveParameter> known) {
        List<LiveParameter> shown = known.stream()
                .filter(parameter -> !rateOnly || parameter.path().equals(LiveParameters.LEARNING_RATE))
                .toList();
        shell.getDisplay().asyncExec(() -> {
            if (!shell.isDisposed()) {
                new SettingsDialog(shell, control, run.name(), shown).open();
            }
        });
    }
}
