package org.backprop.editor.network.measure;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.backprop.core.runs.RunModels;
import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsListener;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.ui.UiIds;
import org.backprop.ui.refresh.Refresher;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartSite;

/**
 * Follows a measure in the run of a model: the one that is selected in the Runs view, if it is one of the model, else its
 * newest one. Call on the UI thread.
 */
public final class Measuring {
    private final Supplier<Path> model;
    private final Consumer<Readings> show;
    private final RunService runs;
    private final Refresher<Optional<Readings>> refresher;
    private volatile Measure measure;
    private volatile Path selected;

    /**
     * Begins to follow, until the control is disposed.
     *
     * @param model the model file, null if it is not on a disk; may be asked in a background job
     * @param show gets the readings; null where nothing is measured
     */
    public Measuring(IWorkbenchPartSite site, Control control, Supplier<Path> model, Consumer<Readings> show) {
        this.model = model;
        this.show = show;
        runs = site.getService(RunService.class);
        refresher = new Refresher<>(control, this::project, readings -> this.show.accept(readings.orElse(null)));
        RunsListener listener = snapshot -> changed();
        ISelectionListener selection = (part, now) -> selected(now);
        IWorkbenchPage page = site.getPage();
        runs.addListener(listener);
        page.addSelectionListener(UiIds.RUNS_VIEW, selection);
        control.addDisposeListener(event -> {
            runs.removeListener(listener);
            page.removeSelectionListener(UiIds.RUNS_VIEW, selection);
        });
        selected(page.getSelection(UiIds.RUNS_VIEW));
    }

    private void changed() {
        if (measure != null) {
            refresher.refresh();
        }
    }

    private void selected(ISelection selection) {
        selected = selection instanceof IStructuredSelection list
                ? Adapters.adapt(list.getFirstElement(), Path.class)
                : null;
        changed();
    }

    /** Measures something else; null for nothing. */
    public void measure(Measure wanted) {
        measure = wanted;
        refresher.restart();
    }

    /** What is measured; null for nothing. */
    public Measure measure() {
        return measure;
    }

    /** The run of the model that is followed. */
    public Optional<RunSnapshot> run() {
        return run(runs.snapshot());
    }

    private Optional<RunSnapshot> run(RunsSnapshot now) {
        Path file = model.get();
        Path wanted = selected;
        if (file == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(wanted)
                .flatMap(now::in)
                .filter(run -> RunModels.isOf(run, file))
                .or(() -> RunModels.newest(now, file));
    }

    private Optional<Readings> project() {
        Measure wanted = measure;
        return Optional.ofNullable(wanted)
                .map(known ->
                        run(runs.snapshot()).map(run -> Readings.of(known, run)).orElse(Readings.none(known)));
    }
}
