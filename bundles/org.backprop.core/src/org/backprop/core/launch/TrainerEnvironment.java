package org.backprop.core.launch;

import java.util.Arrays;
import java.util.stream.Stream;
import org.backprop.core.control.ControlServer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;

/** The environment variables of a trainer. */
final class TrainerEnvironment {
    private TrainerEnvironment() {}

    /** Returns {@code NAME=value} strings: the configuration's environment and how to reach {@code control}. */
    static String[] of(ILaunchConfiguration configuration, ControlServer control) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        String[] configured = manager.getEnvironment(configuration);
        Stream<String> inherited = configured != null
                ? Arrays.stream(configured)
                : manager.getNativeEnvironmentCasePreserved().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue());
        Stream<String> added = control.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue());
        return Stream.concat(inherited, added).toArray(String[]::new);
    }
}
