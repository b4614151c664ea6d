package org.backprop.core.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;

/** Launch configurations of tests; they are never saved. */
final class Configurations {
    private Configurations() {}

    static ILaunchConfigurationWorkingCopy create() throws CoreException {
        return DebugPlugin.getDefault()
                .getLaunchManager()
                .getLaunchConfigurationType(LaunchAttributes.TYPE)
                .newInstance(null, "test");
    }

    static ILaunchConfigurationWorkingCopy of(String modelPath) throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = create();
        configuration.setAttribute(LaunchAttributes.MODEL, modelPath);
        return configuration;
    }
}
