package org.backprop.ui.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.core.control.RunControl;
import org.backprop.core.control.RunControls;
import org.backprop.core.launch.TrainerProcess;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The training that a command is for: the selected run, else the one that the active part shows, else the only one. */
final class TargetRun {
    private TargetRun() {}

    static RunControls controls() {
        return PlatformUI.getWorkbench().getService(RunControls.class);
    }

    /** The training; empty if what is selected or shown does not train, or there are several and none is meant. */
    static Optional<RunControl> current() {
        RunControls controls = controls();
        if (controls == null) {
            return Optional.empty();
        }
        Optional<Path> meant = meant();
        if (meant.isPresent()) {
            return controls.of(meant.get());
        }
        List<RunControl> all = controls.all();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static Optional<Path> meant() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null || window.getActivePage() == null) {
            return Optional.empty();
        }
        return selected(window.getSelectionService().getSelection())
                .or(() -> shownBy(window.getActivePage().getActivePart()));
    }

    private static Optional<Path> selected(ISelection selection) {
        if (!(selection instanceof IStructuredSelection structured) || structured.isEmpty()) {
            return Optional.empty();
        }
        Object element = structured.getFirstElement();
        if (element instanceof TrainerProcess process) {
            return Optional.ofNullable(
                    process.run().exceptionally(ended -> null).getNow(null));
        }
        return Optional.ofNullable(Adapters.adapt(element, Path.class));
    }

    private static Optional<Path> shownBy(IWorkbenchPart part) {
        return Optional.ofNullable(part).map(shown -> Adapters.adapt(shown, Path.class));
    }
}
