package org.backprop.editor.network;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import org.backprop.editor.page.TextEdits;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.ModelEdit;
import org.backprop.model.edit.TextChange;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;

/**
 * Computes edits in the background, one after the other, and makes each one in the text on the UI thread. An edit that
 * follows another begins with the text and the selection that the other leaves. Where the text was changed by other means
 * in between, the edit is computed anew.
 */
final class EditQueue {
    private final Control control;
    private final TextEdits edits;
    private final Consumer<Collection<String>> select;
    private final Runnable unchanged;
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Job job = Job.createSystem(Messages.editing, (ICoreRunnable) monitor -> compute());
    private volatile Task next;

    /** An edit and the layers that it is about. */
    private record Task(Step step, List<String> selected) {}

    /**
     * A queue that ends with a control. All but the computing is done on the UI thread.
     *
     * @param select gets the names of the layers to select after an edit
     * @param unchanged is called after an edit that was refused or changed nothing
     */
    EditQueue(Control control, TextEdits edits, Consumer<Collection<String>> select, Runnable unchanged) {
        this.control = control;
        this.edits = edits;
        this.select = select;
        this.unchanged = unchanged;
    }

    /** Puts an edit at the end of the queue. */
    void add(Step step, List<String> selected) {
        tasks.add(new Task(step, selected));
        if (tasks.size() == 1) {
            begin(tasks.getFirst().selected());
        }
    }

    private void begin(List<String> selected) {
        next = new Task(tasks.getFirst().step(), selected);
        job.schedule();
    }

    private void compute() {
        Task task = next;
        String text = edits.text();
        if (text == null) {
            return;
        }
        Runnable outcome = () -> refuse(task, "");
        try {
            Step.Result result = task.step().on(ModelEdit.of(text), task.selected());
            String changed = TextChange.apply(text, result.changes());
            Collection<String> names =
                    result.selection() == null ? null : result.selection().apply(ModelEdit.of(changed));
            outcome = () -> apply(task, text, result.changes(), names);
        } catch (EditRefusedException e) {
            outcome = () -> refuse(task, e.getMessage());
        } finally {
            show(outcome);
        }
    }

    private void show(Runnable outcome) {
        if (!control.isDisposed()) {
            control.getDisplay().asyncExec(() -> {
                if (!control.isDisposed()) {
                    outcome.run();
                }
            });
        }
    }

    private void apply(Task task, String text, List<TextChange> changes, Collection<String> names) {
        if (!text.equals(edits.text())) {
            begin(task.selected());
            return;
        }
        edits.apply(changes);
        if (changes.isEmpty()) {
            unchanged.run();
        }
        edits.say("");
        if (names != null) {
            select.accept(names);
        }
        done(names);
    }

    private void refuse(Task task, String reason) {
        edits.say(reason);
        unchanged.run();
        done(null);
    }

    /** Begins the next edit, with what is selected now unless the user selected other layers for it. */
    private void done(Collection<String> names) {
        Task done = tasks.removeFirst();
        if (!tasks.isEmpty()) {
            List<String> chosen = tasks.getFirst().selected();
            begin(names != null && chosen.equals(done.selected()) ? List.copyOf(names) : chosen);
        }
    }
}
