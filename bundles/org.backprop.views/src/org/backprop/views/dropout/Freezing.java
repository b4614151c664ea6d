package org.backprop.views.dropout;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import org.backprop.core.control.RunControl;
import org.backprop.core.control.RunControls;
import org.backprop.runlog.control.Command;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.services.IServiceLocator;

/** Freezes the masks of a training at work, and releases them. Used on the UI thread. */
final class Freezing {
    private final RunControls controls;
    private final Control control;
    private final Consumer<String> message;

    /**
     * Follows which trainings can be commanded until a control is disposed.
     *
     * @param message takes what came of a command, for the user
     * @param changed called when another training may be commanded
     */
    Freezing(IServiceLocator services, Control control, Consumer<String> message, Runnable changed) {
        this.control = control;
        this.message = message;
        controls = services.getService(RunControls.class);
        RunControls.Listener listener = run -> later(changed);
        if (controls != null) {
            controls.addListener(listener);
            control.addDisposeListener(event -> controls.removeListener(listener));
        }
    }

    private void later(Runnable run) {
        if (!control.isDisposed()) {
            control.getDisplay().asyncExec(() -> {
                if (!control.isDisposed()) {
                    run.run();
                }
            });
        }
    }

    private Optional<RunControl> of(RunSnapshot run) {
        return controls == null || run == null ? Optional.empty() : controls.of(run.folder());
    }

    /** Whether the training of a run can be commanded. */
    boolean isPossible(RunSnapshot run) {
        return of(run).filter(known -> known.state() != RunControl.State.STOPPING)
                .isPresent();
    }

    /** Uses the masks of a step from now on. */
    void freeze(RunSnapshot run, long step) {
        send(run, new Command.FreezeDropout(step), NLS.bind(Messages.message_frozen, step));
    }

    /** Draws new masks again. */
    void unfreeze(RunSnapshot run) {
        send(run, Command.Signal.UNFREEZE_DROPOUT, Messages.message_unfrozen);
    }

    private void send(RunSnapshot run, Command command, String done) {
        of(run).ifPresent(trainer -> trainer.send(command)
                .whenComplete(
                        (result, failure) -> later(() -> message.accept(failure == null ? done : reason(failure)))));
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return NLS.bind(Messages.message_refused, cause.getMessage());
    }
}
