package org.backprop.views;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.backprop.core.runs.RunService;
import org.backprop.core.runs.RunsListener;
import org.backprop.core.runs.RunsSnapshot;
import org.backprop.ui.refresh.Refresher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;

/**
 * Follows the runs of the workspace for a view, until its control is disposed.
 *
 * <p>On the UI thread the view says what is wanted: what the user chose and the sizes in pixels. A background job projects
 * the runs to that, and the view shows the result. Call from the UI thread, but for {@link #refresh}.
 *
 * @param <Q> what is wanted; immutable, compared by {@code equals}
 * @param <T> an immutable value, ready to be drawn
 */
public final class Following<Q, T> {
    private final Supplier<Q> wanted;
    private final Consumer<T> show;
    private final Refresher<T> refresher;
    private volatile Q question;

    /**
     * Begins to follow.
     *
     * @param control the view's control
     * @param wanted says what is wanted now; called on the UI thread
     * @param project computes what to draw; called in a background job, never in two at once
     * @param show draws; called on the UI thread
     */
    public Following(
            IWorkbenchPartSite site,
            Control control,
            Supplier<Q> wanted,
            BiFunction<RunsSnapshot, Q, T> project,
            Consumer<T> show) {
        this.wanted = wanted;
        this.show = show;
        question = wanted.get();
        RunService runs = site.getService(RunService.class);
        refresher = new Refresher<>(control, () -> project.apply(runs.snapshot(), question), this::show);
        RunsListener listener = snapshot -> refresh();
        runs.addListener(listener);
        control.addDisposeListener(event -> runs.removeListener(listener));
        control.addListener(SWT.Resize, event -> resized());
        refresh();
    }

    private void resized() {
        question = wanted.get();
        refresh();
    }

    private void show(T projection) {
        show.accept(projection);
        Q now = wanted.get();
        if (!now.equals(question)) {
            question = now;
            refresh();
        }
    }

    /** Asks for what is known now. May be called on any thread. */
    public void refresh() {
        refresher.refresh();
    }

    /** Drops what is being computed, because something else is wanted now. */
    public void restart() {
        question = wanted.get();
        refresher.restart();
    }
}
