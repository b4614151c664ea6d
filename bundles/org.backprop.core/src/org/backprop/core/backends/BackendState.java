package org.backprop.core.backends;

import java.util.List;

/**
 * What state a backend is in.
 *
 * @param kind whether it can compute
 * @param summary one sentence: the device, or why it cannot compute
 * @param details further facts, one a line: versions, memory, threads
 */
public record BackendState(Kind kind, String summary, List<String> details) {
    /** Copies the list. */
    public BackendState {
        details = List.copyOf(details);
    }

    /** Whether a backend can compute. */
    public enum Kind {
        /** It can. */
        READY,
        /** Its libraries are not here. */
        NOT_INSTALLED,
        /** Its libraries are here, but this machine lacks something else. */
        CANNOT_RUN
    }
}
