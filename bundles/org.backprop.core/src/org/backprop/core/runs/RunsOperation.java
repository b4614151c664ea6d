package org.backprop.core.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** A change of run folders that the platform's Undo takes back. */
abstract class RunsOperation extends AbstractOperation {
    private final RunService runs;

    RunsOperation(RunService runs, String label, IUndoContext context) {
        super(label);
        this.runs = runs;
        addContext(context);
    }

    /** A step of the operation. */
    @FunctionalInterface
    interface Change {
        void run() throws IOException;
    }

    @Override
    public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
        return execute(monitor, info);
    }

    /** Makes a change; what fails is told to the user, and the list shows what was done up to there. */
    final IStatus change(Change change) {
        try {
            change.run();
            return Status.OK_STATUS;
        } catch (IOException e) {
            return Status.error(e.getLocalizedMessage(), e);
        } finally {
            runs.rescan();
        }
    }

    @Override
    public abstract IStatus execute(IProgressMonitor monitor, IAdaptable info);

    @Override
    public abstract IStatus undo(IProgressMonitor monitor, IAdaptable info);

    /** Lets the workspace notice what happened to a folder; nothing if it is outside. */
    static void refresh(Path folder) {
        IContainer[] containers = ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(folder.toUri());
        Arrays.stream(containers).forEach(container -> {
            try {
                container.refreshLocal(IResource.DEPTH_INFINITE, null);
            } catch (CoreException e) {
                ILog.of(RunsOperation.class).log(e.getStatus());
            }
        });
    }
}
