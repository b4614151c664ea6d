package org.backprop.editor.dataimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;

/**
 * Reads something in the background and hands the result of the latest reading to a page. Call on the UI thread.
 *
 * @param <T> what is read
 */
final class Reading<T> {

    /** What is done in the background. */
    @FunctionalInterface
    interface Work<T> {
        T read(BooleanSupplier canceled) throws IOException;
    }

    private final Control control;
    private final Consumer<T> done;
    private final Consumer<String> failed;
    private Job job;

    /**
     * Creates a reading that ends with a control.
     *
     * @param done gets what was read, on the UI thread
     * @param failed gets why it could not be read, on the UI thread
     */
    Reading(Control control, Consumer<T> done, Consumer<String> failed) {
        this.control = control;
        this.done = done;
        this.failed = failed;
        control.addDisposeListener(event -> cancel());
    }

    /** Reads, and forgets what is being read. */
    void start(Work<T> work) {
        cancel();
        Job[] own = new Job[1];
        ICoreRunnable run = monitor -> {
            try {
                T result = work.read(monitor::isCanceled);
                show(own[0], () -> done.accept(result));
            } catch (CancellationException superseded) {
                // the page wants something else by now
            } catch (NoSuchFileException e) {
                show(own[0], () -> failed.accept(NLS.bind(Messages.path_missing, e.getFile())));
            } catch (IOException | UncheckedIOException e) {
                show(own[0], () -> failed.accept(String.valueOf(e.getMessage())));
            }
        };
        own[0] = Job.create(Messages.reading, run);
        own[0].setUser(false);
        job = own[0];
        job.schedule();
    }

    private void show(Job from, Runnable result) {
        if (!control.isDisposed()) {
            control.getDisplay().asyncExec(() -> {
                if (!control.isDisposed() && from == job) {
                    result.run();
                }
            });
        }
    }

    /** Forgets what is being read. */
    void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }
}
