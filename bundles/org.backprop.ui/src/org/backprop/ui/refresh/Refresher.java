package org.backprop.ui.refresh;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/**
 * Brings data that changes in the background to a control, at most ten times a second.
 *
 * <p>{@link #refresh} may be called from any thread and as often as something changes. The first call starts a sample
 * after the rest of the current interval, and further calls do not postpone it, so that a steady stream of changes
 * cannot starve the control. A sample calls {@code project} in a background job and hands its result to {@code render}
 * on the UI thread, unless the control is disposed by then or {@link #restart} was called meanwhile. While the control is
 * hidden nothing is computed; the change is remembered and shown when the control is painted again.
 *
 * @param <T> an immutable value, ready to be drawn
 */
public final class Refresher<T> {
    /** Time between two samples in milliseconds. */
    public static final int INTERVAL = 100;

    private final Control control;
    private final Supplier<T> project;
    private final Consumer<T> render;
    private final Job job;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile boolean visible = true;
    private volatile boolean pending;
    private long lastSample;

    /**
     * Creates a refresher that ends with its control. Call on the UI thread.
     *
     * @param control where the data is drawn
     * @param project computes what to draw; called in a background job, never in two at once
     * @param render draws; called on the UI thread
     */
    public Refresher(Control control, Supplier<T> project, Consumer<T> render) {
        this.control = control;
        this.project = project;
        this.render = render;
        ICoreRunnable run = monitor -> sample();
        job = Job.createSystem("Refresh", run);
        control.addListener(SWT.Paint, event -> painted());
        control.addDisposeListener(event -> job.cancel());
    }

    /** Asks for a new sample. */
    public void refresh() {
        pending = true;
        if (visible) {
            schedule();
        }
    }

    /** Drops a result that is being computed, because its input is no longer wanted, and asks for a new sample. */
    public void restart() {
        generation.incrementAndGet();
        refresh();
    }

    private synchronized void schedule() {
        long elapsed = System.currentTimeMillis() - lastSample;
        job.schedule(Math.max(0, INTERVAL - elapsed));
    }

    private void sample() {
        int started = generation.get();
        synchronized (this) {
            lastSample = System.currentTimeMillis();
        }
        pending = false;
        T value = project.get();
        if (!control.isDisposed()) {
            control.getDisplay().asyncExec(() -> show(value, started));
        }
    }

    private void show(T value, int started) {
        if (control.isDisposed()) {
            return;
        }
        visible = control.isVisible();
        if (!visible) {
            pending = true;
        } else if (started == generation.get()) {
            render.accept(value);
        }
    }

    private void painted() {
        visible = true;
        if (pending) {
            schedule();
        }
    }
}
