package org.backprop.core.launch;

import java.util.LinkedHashMap;
import java.util.Map;

import org.backprop.core.backends.Backends;
import org.backprop.core.control.ControlServer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;

/** The environment variables of a trainer. */
final class TrainerEnvironment {
    private TrainerEnvironment() {}

    /**
     * Returns {@code NAME=value} strings: the configuration's environment, how to reach {@code control}, and what
     * the backend needs.
     */
    static String[] of(ILaunchConfiguration configuration, ControlServer control) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        String[] configured = manager.getEnvironment(configuration);
        Map<String, String> environment =
                configured == null ? manager.getNativeEnvironmentCasePreserved() : parse(configured);
        environment.putAll(control.environment());
        new LaunchValues(configuration)
                .text(LaunchAttributes.BACKEND)
                .flatMap(Backends::find)
                .ifPresent(backend -> environment.putAll(backend.backend().environment()));
        return environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toArray(String[]::new);
    }

    /** Windows has variables such as {@code =C:}, whose names begin with the separator. */
    private static Map<String, String> parse(String[] variables) {
        var environment = new LinkedHashMap<String, String>();
        for (String variable : variables) {
            int separator = variable.indexOf('=', 1);
            environment.put(variable.substring(0, separator), variable.substring(separator + 1));
        }
        return environment;
    }
}
