package org.backprop.ui.control;

import java.util.Locale;

import org.backprop.core.control.RunControl;
import org.backprop.runlog.control.Command.Signal;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;

/** Sends a command that needs no more than its name, which stands behind the class in plugin.xml. */
public final class SignalHandler extends TrainingHandler implements IExecutableExtension {
    private Signal signal = Signal.CHECKPOINT;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        signal = Signal.valueOf(data.toString().toUpperCase(Locale.ROOT));
    }

    @Override
    boolean isPossible(RunControl.State state) {
        return switch (signal) {
            case PAUSE -> state == RunControl.State.RUNNING;
            case RESUME -> state == RunControl.State.PAUSED;
            default -> state != RunControl.State.STOPPING;
        };
    }

    @Override
    public Object execute(ExecutionEvent event) {
        TargetRun.current().ifPresent(run -> send(run, signal));
        return null;
    }
}
