package org.backprop.ui.launch;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.backprop.core.launch.LaunchAttributes;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;

/** The overrides of a launch configuration, of which each tab edits its own part. */
final class Overrides {
    private static final String MONITORING = "monitor.";

    private Overrides() {}

    /** Whether the Monitoring tab edits an override, else the Trainer tab. */
    static boolean isMonitoring(String path) {
        return path.startsWith(MONITORING);
    }

    static Map<String, String> of(ILaunchConfiguration configuration, Predicate<String> part) {
        try {
            Map<String, String> own = new TreeMap<>(configuration.getAttribute(LaunchAttributes.OVERRIDES, Map.of()));
            own.keySet().removeIf(part.negate());
            return own;
        } catch (CoreException e) {
            return new TreeMap<>();
        }
    }

    /** Replaces the part of the overrides; the others stay. */
    static void set(
            ILaunchConfigurationWorkingCopy configuration, Predicate<String> part, Map<String, String> overrides) {
        Map<String, String> all = of(configuration, part.negate());
        all.putAll(overrides);
        configuration.setAttribute(LaunchAttributes.OVERRIDES, all.isEmpty() ? null : all);
    }
}
