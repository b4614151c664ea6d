package org.backprop.core.model;

import java.util.ArrayList;
import java.util.List;

import org.backprop.core.runs.RunsFolder;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IResourceDeltaVisitor;

/** Sorts what changed in a project; what runs record is left out. */
final class ModelChanges implements IResourceDeltaVisitor {
    private static final int CONTENT = IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.ENCODING;

    private final List<IFile> models = new ArrayList<>();
    private final List<IFile> noLongerModels = new ArrayList<>();
    private boolean dataChanged;

    /** Existing model files whose text changed. */
    List<IFile> models() {
        return models;
    }

    /** Existing files that were model files before they were renamed. */
    List<IFile> noLongerModels() {
        return noLongerModels;
    }

    /** Whether a file changed, came or went that a model file may name as its data. */
    boolean dataChanged() {
        return dataChanged;
    }

    @Override
    public boolean visit(IResourceDelta delta) {
        IResource resource = delta.getResource();
        if (resource.isDerived() || RunsFolder.isDefault(resource)) {
            return false;
        }
        if (resource instanceof IFile file && contentChanged(delta)) {
            sort(file, delta);
        }
        return true;
    }

    private void sort(IFile file, IResourceDelta delta) {
        boolean exists = delta.getKind() != IResourceDelta.REMOVED;
        if (!ModelFiles.isModel(file)) {
            dataChanged |= !file.getName().equals(IProjectDescription.DESCRIPTION_FILE_NAME);
            if (exists && (delta.getFlags() & IResourceDelta.MOVED_FROM) != 0) {
                noLongerModels.add(file);
            }
        } else if (exists) {
            models.add(file);
        }
    }

    private static boolean contentChanged(IResourceDelta delta) {
        return delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & CONTENT) != 0;
    }
}
