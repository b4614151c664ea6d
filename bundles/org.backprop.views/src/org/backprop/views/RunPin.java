package org.backprop.views;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;

/**
 * Which runs a view shows. In this order: those that the user pinned in the toolbar or by Show In; while the view is linked
 * with the editor, the newest run of the model in the active editor; those that are selected in the Runs view; the newest.
 * Kept between sessions.
 */
public final class RunPin implements IShowInTarget {
    private static final String PINNED = "pinned";
    private static final String LINKED = "linked";
    private static final String DIVIDER = "\n";

    private final EditorLink link = new EditorLink(this::changed);
    private List<Path> chosen = List.of();
    private boolean pinned;
    private Runnable changed = () -> {};
    private IWorkbenchPartSite site;

    /** The saved pin; none if there is no memento. */
    public static RunPin restore(IMemento memento) {
        RunPin pin = new RunPin();
        if (memento != null) {
            String folders = memento.getString(PINNED);
            pin.chosen = folders == null
                    ? List.of()
                    : folders.lines().flatMap(line -> path(line).stream()).toList();
            pin.pinned = !pin.chosen.isEmpty();
            pin.link.setOn(Boolean.TRUE.equals(memento.getBoolean(LINKED)));
        }
        return pin;
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException fromAnotherPlatform) {
            return Optional.empty();
        }
    }

    public void save(IMemento memento) {
        memento.putBoolean(LINKED, link.isOn());
        if (pinned) {
            memento.putString(PINNED, chosen.stream().map(Path::toString).collect(Collectors.joining(DIVIDER)));
        }
    }

    /**
     * Follows the selection of the Runs view, beginning with the present one, and the active editor until the control is
     * disposed.
     *
     * @param whenChanged called after each change
     */
    public void listen(IWorkbenchPartSite view, Control control, Runnable whenChanged) {
        site = view;
        changed = whenChanged;
        RunService runs = site.getService(RunService.class);
        ISelectionListener listener = (part, selection) -> selected(selection, runs.snapshot());
        site.getPage().addSelectionListener(UiIds.RUNS_VIEW, listener);
        control.addDisposeListener(event -> site.getPage().removeSelectionListener(UiIds.RUNS_VIEW, listener));
        link.listen(site, control);
        selected(site.getPage().getSelection(UiIds.RUNS_VIEW), runs.snapshot());
    }

    /** Shows the selected runs. Selecting the newest one alone, or what is gone meanwhile, means to follow the newest. */
    private void selected(ISelection selection, RunsSnapshot now) {
        List<Path> folders = runFolders(selection).stream()
                .filter(folder -> now.in(folder).isPresent())
                .toList();
        if (!pinned && !runFolders(selection).isEmpty()) {
            boolean newest = folders.size() == 1 && now.in(folders.getFirst()).equals(now.newest());
            choose(newest ? List.of() : folders, false);
        }
    }

    private static List<Path> runFolders(ISelection selection) {
        return selection instanceof IStructuredSelection structured
                ? structured.stream()
                        .flatMap(element -> Optional.ofNullable(Adapters.adapt(element, Path.class)).stream())
                        .toList()
                : List.of();
    }

    @Override
    public boolean show(ShowInContext context) {
        List<Path> folders = runFolders(context.getSelection());
        if (!folders.isEmpty()) {
            choose(folders, true);
        }
        return !folders.isEmpty();
    }

    /** Pins the run in a folder; null releases the pin. */
    public void pin(Path run) {
        pin(run == null ? List.of() : List.of(run));
    }

    /** Pins runs; none releases the pin. */
    public void pin(List<Path> runs) {
        choose(runs, !runs.isEmpty());
    }

    private void choose(List<Path> folders, boolean pin) {
        if (pin != pinned || !folders.equals(chosen)) {
            pinned = pin;
            chosen = List.copyOf(folders);
            changed();
        }
    }

    private void changed() {
        changed.run();
    }

    /** Opens another instance of the view. */
    void openSecondView() {
        SecondView.open((IViewSite) site);
    }

    /** Whether the user pinned what is shown. */
    public boolean isPinned() {
        return pinned;
    }

    public boolean isLinked() {
        return link.isOn();
    }

    /** Links the view with the editor, which releases the pin, or ends that. */
    public void setLinked(boolean linked) {
        pinned &= !linked;
        chosen = linked ? List.of() : chosen;
        link.setOn(linked);
    }

    /** Folder of the run that is shown, the first where there are several; null while the view follows the newest. */
    public Path folder() {
        List<Path> folders = folders();
        return folders.isEmpty() ? null : folders.getFirst();
    }

    /** Folders of the runs that are shown; none while the view follows the newest. */
    public List<Path> folders() {
        if (!pinned && link.folder().isPresent()) {
            return List.of(link.folder().get());
        }
        return chosen;
    }

    /** The run in {@code wanted}, or the newest if that is null; empty if there is no such run. */
    public static Optional<RunSnapshot> choose(RunsSnapshot runs, Path wanted) {
        return wanted == null ? runs.newest() : runs.in(wanted);
    }

    /** The runs in {@code wanted} that are there, in this order; the newest if none are wanted. */
    public static List<RunSnapshot> choose(RunsSnapshot runs, List<Path> wanted) {
        return wanted.isEmpty()
                ? runs.newest().stream().toList()
                : wanted.stream().flatMap(folder -> runs.in(folder).stream()).toList();
    }

    /**
     * What a view says while there is no such run: {@code noRun} if none was pinned. To be called when a projection is empty:
     * runs that were selected and are gone are forgotten, so that the view follows the newest again.
     */
    public String emptyText(String noRun) {
        if (!pinned && link.folder().isPresent()) {
            return NLS.bind(Messages.empty_noRunOfModel, link.model());
        }
        if (!pinned) {
            choose(List.of(), false);
            return noRun;
        }
        return Messages.empty_pinnedGone;
    }
}
