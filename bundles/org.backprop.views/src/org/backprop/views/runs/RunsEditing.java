package org.backprop.views.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

import org.backprop.core.runs.DeleteRuns;
import org.backprop.core.runs.EditNotes;
import org.backprop.core.runs.TrashFolders;
import org.backprop.runlog.run.RunNotes;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunTrash;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.operations.IWorkbenchOperationSupport;

/** What the user changes about runs. Every change can be undone, but emptying the trash. */
final class RunsEditing {
    private final RunsView view;
    private final IWorkbenchOperationSupport support = PlatformUI.getWorkbench().getOperationSupport();

    RunsEditing(RunsView view) {
        this.view = view;
    }

    IUndoContext context() {
        return support.getUndoContext();
    }

    /** Asks for a name; an empty one gives the run its own back. */
    void rename() {
        view.only().ifPresent(run -> {
            InputDialog dialog = new InputDialog(
                    view.getSite().getShell(), Messages.rename_title, Messages.rename_message, run.name(), null);
            if (dialog.open() == Window.OK && !dialog.getValue().equals(run.name())) {
                edit(Messages.rename_title, List.of(run), notes -> notes.withDisplayName(dialog.getValue()));
            }
        });
    }

    /** Asks for tags and remarks. */
    void editNotes() {
        List<RunSnapshot> selected = view.selected();
        NotesDialog dialog = new NotesDialog(view.getSite().getShell(), selected, view.all());
        if (dialog.open() == Window.OK) {
            edit(Messages.notes_title, selected, dialog::changed);
        }
    }

    /** Archives the selected runs, or takes them back if all are archived. */
    void archive() {
        boolean archived = view.selected().stream().allMatch(run -> run.notes().archived());
        String label = archived ? Messages.action_unarchive : Messages.action_archive;
        edit(label, view.selected(), notes -> notes.withArchived(!archived));
    }

    private void edit(String label, List<RunSnapshot> edited, UnaryOperator<RunNotes> edit) {
        execute(new EditNotes(view.runs(), label, edited, edit, context()));
    }

    /** Counts the bytes, then asks, then moves the selected runs to the trash. */
    void delete() {
        List<Path> folders = view.selected().stream().map(RunSnapshot::folder).toList();
        Job.create(Messages.delete_counting, (ICoreRunnable) monitor -> {
                    long bytes = io(() -> bytes(folders));
                    view.getSite().getShell().getDisplay().asyncExec(() -> confirm(folders, bytes));
                })
                .schedule();
    }

    private static long bytes(List<Path> folders) throws IOException {
        long bytes = 0;
        for (Path folder : folders) {
            bytes += RunTrash.bytes(folder);
        }
        return bytes;
    }

    private void confirm(List<Path> folders, long bytes) {
        if (view.panel().control().isDisposed()) {
            return;
        }
        String what = folders.size() == 1
                ? NLS.bind(Messages.delete_one, folders.getFirst().getFileName(), ByteText.of(bytes))
                : NLS.bind(Messages.delete_many, folders.size(), ByteText.of(bytes));
        if (MessageDialog.open(
                        MessageDialog.QUESTION,
                        view.getSite().getShell(),
                        Messages.delete_title,
                        what,
                        0,
                        Messages.delete_button,
                        Messages.delete_cancel)
                == 0) {
            execute(new DeleteRuns(view.runs(), folders, context()));
        }
    }

    /** Counts what is in the trash, then asks, then deletes it for good. */
    void emptyTrash() {
        Job.create(Messages.delete_counting, (ICoreRunnable) monitor -> {
                    TrashFolders trash = io(() -> TrashFolders.find(view.runs()));
                    view.getSite().getShell().getDisplay().asyncExec(() -> confirm(trash));
                })
                .schedule();
    }

    private void confirm(TrashFolders trash) {
        if (view.panel().control().isDisposed()) {
            return;
        }
        Shell shell = view.getSite().getShell();
        if (trash.runs() == 0) {
            MessageDialog.openInformation(shell, Messages.empty_title, Messages.empty_nothing);
        } else if (MessageDialog.open(
                        MessageDialog.WARNING,
                        shell,
                        Messages.empty_title,
                        NLS.bind(
                                trash.runs() == 1 ? Messages.empty_one : Messages.empty_many,
                                trash.runs(),
                                ByteText.of(trash.bytes())),
                        0,
                        Messages.empty_button,
                        Messages.delete_cancel)
                == 0) {
            Job.create(Messages.empty_title, (ICoreRunnable) monitor -> io(() -> {
                        trash.empty();
                        return null;
                    }))
                    .schedule();
        }
    }

    /** Something that reads or writes files. */
    @FunctionalInterface
    private interface FileWork<T> {
        T run() throws IOException;
    }

    private static <T> T io(FileWork<T> work) throws CoreException {
        try {
            return work.run();
        } catch (IOException e) {
            throw new CoreException(Status.error(e.getLocalizedMessage(), e));
        }
    }

    private void execute(IUndoableOperation operation) {
        Job.create(operation.getLabel(), (ICoreRunnable) monitor -> execute(operation, monitor))
                .schedule();
    }

    private void execute(IUndoableOperation operation, IProgressMonitor monitor) throws CoreException {
        try {
            IStatus status = support.getOperationHistory().execute(operation, monitor, null);
            if (!status.isOK()) {
                throw new CoreException(status);
            }
        } catch (ExecutionException e) {
            throw new CoreException(Status.error(e.getLocalizedMessage(), e));
        }
    }
}
