package org.backprop.ui.wizards;

import java.util.Optional;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.osgi.util.NLS;

/** Names of new projects. */
final class ProjectName {
    private ProjectName() {}

    /** What is wrong with a name, for the user. */
    static Optional<String> problem(String name) {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        if (name.isEmpty()) {
            return Optional.of(Messages.name_missing);
        }
        IStatus status = workspace.validateName(name, IResource.PROJECT);
        if (!status.isOK()) {
            return Optional.of(status.getMessage());
        }
        boolean exists = workspace.getRoot().getProject(name).exists();
        return exists ? Optional.of(NLS.bind(Messages.name_exists, name)) : Optional.empty();
    }

    /** The name, or if there is such a project, the name with the first number that makes it new. */
    static String unused(String name) {
        String candidate = name;
        for (int i = 2; problem(candidate).isPresent(); i++) {
            candidate = name + "-" + i;
        }
        return candidate;
    }
}
