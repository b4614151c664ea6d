package org.backprop.ui.control;

import java.nio.file.Path;
import java.util.Optional;

import org.backprop.core.control.RunControl;
import org.backprop.core.control.RunControls;
import org.backprop.runlog.control.Command;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.HandlerEvent;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IEvaluationService;
import org.eclipse.ui.statushandlers.StatusManager;

/** A command to the training that is selected or shown, enabled as long as it can succeed. */
abstract class TrainingHandler extends AbstractHandler {
    /** No expression uses it: asking for its evaluation makes tool bars look at the handlers again. */
    private static final String PROPERTY = "org.backprop.ui.control.state";

    private final RunControls.Listener listener = this::changed;

    TrainingHandler() {
        setBaseEnabled(false);
        Optional.ofNullable(TargetRun.controls()).ifPresent(controls -> controls.addListener(listener));
        update();
    }

    /** Whether the command can succeed in this state. */
    abstract boolean isPossible(RunControl.State state);

    @Override
    public void setEnabled(Object evaluationContext) {
        setBaseEnabled(
                TargetRun.current().filter(run -> isPossible(run.state())).isPresent());
    }

    private void changed(Path run) {
        update();
    }

    private void update() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!display.isDisposed()) {
                    setEnabled(null);
                    fireHandlerChanged(new HandlerEvent(this, true, false));
                    PlatformUI.getWorkbench()
                            .getService(IEvaluationService.class)
                            .requestEvaluation(PROPERTY);
                }
            });
        }
    }

    /** Sends a command; a refusal is shown to the user. */
    static void send(RunControl run, Command command) {
        run.send(command).exceptionally(refused -> {
            StatusManager.getManager().handle(Status.warning(refused.getMessage()), StatusManager.SHOW);
            return null;
        });
    }

    @Override
    public void dispose() {
        Optional.ofNullable(TargetRun.controls()).ifPresent(controls -> controls.removeListener(listener));
        super.dispose();
    }
}
