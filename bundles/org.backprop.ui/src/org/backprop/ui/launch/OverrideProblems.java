package org.backprop.ui.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.backprop.core.launch.LaunchValues;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.eclipse.core.runtime.CoreException;

/** What is wrong with overrides, by their path. */
final class OverrideProblems {
    private static final String PREFIX = "--set ";

    private OverrideProblems() {}

    /** The path of the override that a problem is about; empty if it is about the file. */
    static Optional<String> path(Problem problem) {
        return problem.file().startsWith(PREFIX)
                ? Optional.of(problem.file().substring(PREFIX.length()))
                : Optional.empty();
    }

    /** The first message for each override that cannot be used. */
    static Map<String, String> of(LaunchValues values, Map<String, String> overrides) {
        Map<String, String> messages = new LinkedHashMap<>();
        try {
            for (Problem problem : ModelText.read(values, overrides).problems()) {
                if (problem.severity() == Severity.ERROR) {
                    path(problem).ifPresent(path -> messages.putIfAbsent(path, problem.message()));
                }
            }
        } catch (CoreException unreadable) {
            return Map.of();
        }
        return messages;
    }
}
