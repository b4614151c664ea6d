package org.backprop.runlog.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run was computed on.
 *
 * @param versions version by component: backprop, java, nd4j, os, ...
 * @param backend such as {@code native} or {@code cuda}
 * @param device name of the processor or accelerator
 * @param threads threads that compute, at least 1
 * @param command command line of the trainer
 */
public record Environment(
        Map<String, String> versions, String backend, String device, int threads, List<String> command) {
    /** Copies the collections. */
    public Environment {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        command = List.copyOf(command);
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
    }

    /** The value of an option of the command line, such as {@code --data}; empty if it was not given. */
    public Optional<String> option(String name) {
        int at = command.indexOf(name);
        return at >= 0 && at + 1 < command.size() ? Optional.of(command.get(at + 1)) : Optional.empty();
    }
}
