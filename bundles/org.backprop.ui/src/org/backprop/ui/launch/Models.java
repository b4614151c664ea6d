package org.backprop.ui.launch;

import java.util.Comparator;
import java.util.List;

import org.backprop.core.model.ModelFiles;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** The model files that a selected resource stands for. */
final class Models {
    private Models() {}

    /** {@code resource} itself if it is a model file, else the model files below it, in the order of their paths. */
    static List<IFile> of(IResource resource) throws CoreException {
        if (resource instanceof IContainer container && container.isAccessible()) {
            return ModelFiles.in(container).stream()
                    .sorted(Comparator.comparing(file -> file.getFullPath().toString()))
                    .toList();
        }
        return ModelFiles.isModel(resource) ? List.of((IFile) resource) : List.of();
    }

    /** The name of a model file without its suffix. */
    static String stem(IFile model) {
        String name = model.getName();
        return name.endsWith(ModelFiles.SUFFIX) ? name.substring(0, name.length() - ModelFiles.SUFFIX.length()) : name;
    }
}
