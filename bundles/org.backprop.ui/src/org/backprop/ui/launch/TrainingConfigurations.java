package org.backprop.ui.launch;

import java.util.ArrayList;
import java.util.List;

import org.backprop.core.launch.LaunchAttributes;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;

/** The launch configurations that train a given model. */
public final class TrainingConfigurations {
    private TrainingConfigurations() {}

    /** The saved configurations of a type that train {@code model}. */
    public static List<ILaunchConfiguration> of(IFile model, String type) throws CoreException {
        String path = model.getFullPath().toString();
        List<ILaunchConfiguration> matches = new ArrayList<>();
        for (ILaunchConfiguration configuration : manager().getLaunchConfigurations(type(type))) {
            if (path.equals(configuration.getAttribute(LaunchAttributes.MODEL, ""))) {
                matches.add(configuration);
            }
        }
        return matches;
    }

    /** Saves a new configuration of a type that trains {@code model} as its file says, named after the file. */
    public static ILaunchConfiguration create(IFile model, String type) throws CoreException {
        String name = manager().generateLaunchConfigurationName(Models.stem(model));
        ILaunchConfigurationWorkingCopy copy = type(type).newInstance(null, name);
        initialize(copy, model);
        return copy.doSave();
    }

    static void initialize(ILaunchConfigurationWorkingCopy copy, IFile model) {
        copy.setAttribute(LaunchAttributes.MODEL, model.getFullPath().toString());
        copy.setMappedResources(new IResource[] {model});
    }

    private static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }

    private static ILaunchConfigurationType type(String id) {
        return manager().getLaunchConfigurationType(id);
    }
}
