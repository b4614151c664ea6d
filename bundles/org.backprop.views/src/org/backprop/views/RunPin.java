package org.backprop.views;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;

/**
 * Which run a view shows: the newest, or one that the user pinned in the toolbar, in the Runs view or by Show In. Kept
 * between sessions.
 */
public final class RunPin implements IShowInTarget {
    private static final String PINNED = "pinned";

    private Path folder;
    private Runnable changed = () -> {};

    /** The saved pin; none if there is no memento. */
    public static RunPin restore(IMemento memento) {
        RunPin pin = new RunPin();
        pin.folder = memento == null ? null : path(memento.getString(PINNED));
        return pin;
    }

    private static Path path(String text) {
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException fromAnotherPlatform) {
            return null;
        }
    }

    public void save(IMemento memento) {
        if (folder != null) {
            memento.putString(PINNED, folder.toString());
        }
    }

    /**
     * Follows the selection of the Runs view until the control is disposed.
     *
     * @param whenChanged called after each change
     */
    public void listen(IWorkbenchPartSite site, Control control, Runnable whenChanged) {
        changed = whenChanged;
        RunService runs = site.getService(RunService.class);
        ISelectionListener listener = (part, selection) -> selected(selection, runs.snapshot());
        site.getPage().addSelectionListener(UiIds.RUNS_VIEW, listener);
        control.addDisposeListener(event -> site.getPage().removeSelectionListener(UiIds.RUNS_VIEW, listener));
    }

    /** Pins the selected run. Selecting the newest one, or one that is gone meanwhile, means to follow the newest. */
    private void selected(ISelection selection, RunsSnapshot now) {
        runFolder(selection).ifPresent(run -> {
            boolean older = now.in(run).isPresent() && !now.in(run).equals(now.newest());
            pin(older ? run : null);
        });
    }

    private static Optional<Path> runFolder(ISelection selection) {
        return selection instanceof IStructuredSelection structured && structured.size() == 1
                ? Optional.ofNullable(Adapters.adapt(structured.getFirstElement(), Path.class))
                : Optional.empty();
    }

    @Override
    public boolean show(ShowInContext context) {
        Optional<Path> run = runFolder(context.getSelection());
        run.ifPresent(this::pin);
        return run.isPresent();
    }

    /** Pins the run in a folder; null follows the newest run. */
    public void pin(Path run) {
        folder = run;
        changed.run();
    }

    /** Folder of the pinned run, or null while the view follows the newest. */
    public Path folder() {
        return folder;
    }

    /** The run in {@code pinned}, or the newest if that is null; empty if there is no such run. */
    public static Optional<RunSnapshot> choose(RunsSnapshot runs, Path pinned) {
        return pinned == null ? runs.newest() : runs.in(pinned);
    }

    /** What a view says while there is no such run: {@code noRun} if none is pinned. */
    public String emptyText(String noRun) {
        return folder == null ? noRun : Messages.empty_pinnedGone;
    }
}
