package org.backprop.core.backends;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.backprop.core.launch.TrainerQuestion;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** What the trainer finds out about a backend. */
final class Probe {
    private static final String NOT_AVAILABLE = "not available: ";
    private static final String INDENT = "  ";
    private static final List<String> VERSIONS = List.of("nd4j ", "java ");

    private Probe() {}

    /**
     * Starts the trainer to ask it.
     *
     * @param jars the backend's jars, if they are not on the class path anyway
     * @param known details that are known without it
     */
    static BackendState of(String id, List<Path> jars, List<String> known, IProgressMonitor monitor)
            throws CoreException {
        return parse(id, TrainerQuestion.probe(jars, monitor), known);
    }

    static BackendState parse(String id, List<String> lines, List<String> known) {
        var details = new ArrayList<>(known);
        String found = Messages.Probe_noAnswer;
        BackendState.Kind kind = BackendState.Kind.CANNOT_RUN;
        boolean own = false;
        for (String line : lines) {
            if (line.startsWith(id + ": ")) {
                own = true;
                String text = line.substring(id.length() + 2);
                boolean ready = !text.startsWith(NOT_AVAILABLE);
                kind = ready ? BackendState.Kind.READY : BackendState.Kind.CANNOT_RUN;
                found = ready ? text : text.substring(NOT_AVAILABLE.length());
            } else if (own && line.startsWith(INDENT)) {
                details.add(line.strip());
            } else if (VERSIONS.stream().anyMatch(line::startsWith)) {
                details.add(line);
            } else {
                own = false;
            }
        }
        return new BackendState(kind, found, details);
    }
}
