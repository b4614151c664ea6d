package org.backprop.core.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;

/** Launch configurations of tests; they are never saved. */
final class Configurations {
    private Configurations() {}

    static ILaunchConfigurationWorkingCopy create() throws CoreException {
        return create(LaunchAttributes.TYPE);
    }

    static ILaunchConfigurationWorkingCopy create(String type) throws CoreException {
        return DebugPlugin.getDefault()
                .getLaunchManager()
                .getLaunchConfigurationType(type)
                .newInstance(null, "test");
    }

    static ILaunchConfigurationWorkingCopy ofSweep(String modelPath) throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = create(LaunchAttributes.SWEEP_TYPE);
        configuration.setAttribute(LaunchAttributes.MODEL, modelPath);
        return configuration;
    }

    static ILaunchConfigurationWorkingCopy of(String modelPath) throws CoreException {
        ILaunchConfigurationWorkingCopy configuration = create();
        configuration.setAttribute(LaunchAttributes.MODEL, modelPath);
        return configuration;
    }
}
