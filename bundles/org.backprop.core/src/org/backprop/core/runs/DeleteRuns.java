package org.backprop.core.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.backprop.runlog.run.RunTrash;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;

/** Moves runs to the trash beside them; Undo brings them back. */
public final class DeleteRuns extends RunsOperation {
    private final List<Path> folders;
    private final Deque<Moved> moved = new ArrayDeque<>();

    private record Moved(Path from, Path to) {}

    /**
     * @param folders run folders, none of a run under way
     * @param context in which it can be undone
     */
    public DeleteRuns(RunService runs, List<Path> folders, IUndoContext context) {
        super(runs, Messages.DeleteRuns_label, context);
        this.folders = List.copyOf(folders);
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        IStatus status = change(() -> {
            List<Path> left = new ArrayList<>(folders);
            moved.forEach(one -> left.remove(one.from()));
            for (Path folder : left) {
                moved.push(new Moved(folder, RunTrash.discard(folder)));
            }
        });
        moved.forEach(one -> refresh(one.from()));
        return status;
    }

    /** Not after the trash was emptied. */
    @Override
    public boolean canUndo() {
        return super.canUndo() && moved.stream().allMatch(run -> Files.isDirectory(run.to()));
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        List<Path> back = new ArrayList<>();
        IStatus status = change(() -> {
            while (!moved.isEmpty()) {
                RunTrash.restore(moved.peek().to(), moved.peek().from());
                back.add(moved.pop().from());
            }
        });
        back.forEach(RunsOperation::refresh);
        return status;
    }
}
