package org.backprop.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.statushandlers.StatusManager;

/** Asks the user to choose one of several things, and does not ask when there is only one. */
final class Choice {
    private Choice() {}

    /** The chosen one; empty if the user cancelled. */
    static <T> Optional<T> of(List<T> choices, String message, Function<T, String> label) {
        if (choices.size() == 1) {
            return Optional.of(choices.get(0));
        }
        List<String> names = choices.stream().map(label).toList();
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(
                shell(), LabelProvider.createTextProvider(index -> names.get((Integer) index)));
        dialog.setTitle(Messages.shortcut_title);
        dialog.setMessage(message);
        dialog.setMultipleSelection(false);
        dialog.setElements(IntStream.range(0, choices.size()).boxed().toArray());
        dialog.open();
        return Optional.ofNullable(dialog.getFirstResult()).map(index -> choices.get((Integer) index));
    }

    /** Tells the user why something could not be done. */
    static void show(CoreException problem) {
        StatusManager.getManager().handle(problem.getStatus(), StatusManager.SHOW);
    }

    static Shell shell() {
        return PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
    }
}
