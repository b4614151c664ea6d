package org.backprop.core.runs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunNotes;
import org.backprop.runlog.run.RunSnapshot;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;

/** Changes the notes of runs: name, tags, remarks, whether they are archived. */
public final class EditNotes extends RunsOperation {
    private final Map<Path, RunNotes> before = new LinkedHashMap<>();
    private final Map<Path, RunNotes> after = new LinkedHashMap<>();

    /**
     * @param label what Undo calls it
     * @param edit gives the new notes of each run
     * @param context in which it can be undone
     */
    public EditNotes(
            RunService runs,
            String label,
            Collection<RunSnapshot> edited,
            UnaryOperator<RunNotes> edit,
            IUndoContext context) {
        super(runs, label, context);
        for (RunSnapshot run : edited) {
            before.put(run.folder(), run.notes());
            after.put(run.folder(), edit.apply(run.notes()));
        }
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        return write(after);
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        return write(before);
    }

    private IStatus write(Map<Path, RunNotes> notes) {
        return change(() -> {
            for (Map.Entry<Path, RunNotes> one : notes.entrySet()) {
                one.getValue().write(new RunFolder(one.getKey()).notesFile());
            }
        });
    }
}
