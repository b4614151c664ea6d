package org.backprop.core.runs;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;

/** The folder of a project that receives its run folders unless a launch configuration says otherwise. */
public final class RunsFolder {
    /** Its name, relative to the project. */
    public static final String DEFAULT_NAME = "runs";

    private RunsFolder() {}

    /** Says whether {@code resource} is such a folder. */
    public static boolean isDefault(IResource resource) {
        return resource instanceof IFolder
                && resource.getParent() instanceof IProject
                && resource.getName().equals(DEFAULT_NAME);
    }
}
