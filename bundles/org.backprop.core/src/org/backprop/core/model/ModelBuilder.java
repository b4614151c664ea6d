package org.backprop.core.model;

import java.util.Collection;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

/** Validates the model files that changed, and all of a project when a data file may have changed. */
public final class ModelBuilder extends IncrementalProjectBuilder {
    /** The id of this builder. */
    public static final String ID = "org.backprop.core.builder";

    @Override
    protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
        IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
        validate(delta == null ? ModelFiles.in(getProject()) : affected(delta), SubMonitor.convert(monitor));
        return new IProject[0];
    }

    private Collection<IFile> affected(IResourceDelta delta) throws CoreException {
        var changes = new ModelChanges();
        delta.accept(changes);
        for (IFile renamed : changes.noLongerModels()) {
            renamed.deleteMarkers(ModelMarkers.TYPE, true, IResource.DEPTH_ZERO);
        }
        return changes.dataChanged() ? ModelFiles.in(getProject()) : changes.models();
    }

    private void validate(Collection<IFile> models, SubMonitor progress) throws CoreException {
        progress.setWorkRemaining(models.size());
        for (IFile model : models) {
            if (progress.isCanceled()) {
                forgetLastBuiltState();
                throw new OperationCanceledException();
            }
            progress.subTask(NLS.bind(Messages.ModelBuilder_validating, model.getFullPath()));
            ModelMarkers.refresh(model);
            progress.worked(1);
        }
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        getProject().deleteMarkers(ModelMarkers.TYPE, true, IResource.DEPTH_INFINITE);
    }
}
