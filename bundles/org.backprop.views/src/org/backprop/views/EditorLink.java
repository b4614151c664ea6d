package org.backprop.views;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.backprop.core.model.ModelFiles;
import org.backprop.core.runs.RunModels;
import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsListener;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.refresh.Refresher;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchPartSite;

/** Finds the newest run of the model file in the active editor, while it is on. Call on the UI thread. */
final class EditorLink {
    private final Runnable changed;
    private boolean on;
    private IWorkbenchPage page;
    private Refresher<Optional<Path>> refresher;
    private volatile Path model;
    private Optional<Path> folder = Optional.empty();

    /** @param changed called when another run is linked, or none any more */
    EditorLink(Runnable changed) {
        this.changed = changed;
    }

    boolean isOn() {
        return on;
    }

    void setOn(boolean wanted) {
        on = wanted;
        look();
        changed.run();
    }

    /** The run folder; where the model has no run, a path at which there is none. Empty if it is off or no model was edited. */
    Optional<Path> folder() {
        return on ? folder : Optional.empty();
    }

    /** Name of the model file. */
    String model() {
        return model == null ? "" : model.getFileName().toString();
    }

    void listen(IWorkbenchPartSite site, Control control) {
        page = site.getPage();
        RunService runs = site.getService(RunService.class);
        refresher = new Refresher<>(control, () -> newestRun(runs.snapshot(), model), this::found);
        IPartListener2 editors = new Editors();
        RunsListener listener = snapshot -> refresher.refresh();
        page.addPartListener(editors);
        runs.addListener(listener);
        control.addDisposeListener(event -> {
            page.removePartListener(editors);
            runs.removeListener(listener);
        });
        look();
    }

    private void look() {
        Path edited = page == null ? null : edited(page.getActiveEditor());
        if (on && edited != null && !edited.equals(model)) {
            model = edited;
            refresher.restart();
        }
    }

    private static Path edited(IEditorPart editor) {
        IFile file = editor == null ? null : editor.getEditorInput().getAdapter(IFile.class);
        boolean isModel = file != null && file.getLocation() != null && ModelFiles.isModel(file);
        return isModel ? file.getLocation().toPath() : null;
    }

    private void found(Optional<Path> run) {
        Optional<Path> now = run.or(() -> Optional.ofNullable(model));
        if (!Objects.equals(now, folder)) {
            folder = now;
            changed.run();
        }
    }

    /** Folder of the newest run of a model file. */
    static Optional<Path> newestRun(RunsSnapshot runs, Path model) {
        return Optional.ofNullable(model)
                .flatMap(file -> RunModels.newest(runs, file))
                .map(RunSnapshot::folder);
    }

    private final class Editors implements IPartListener2 {
        @Override
        public void partActivated(IWorkbenchPartReference part) {
            look();
        }
    }
}
