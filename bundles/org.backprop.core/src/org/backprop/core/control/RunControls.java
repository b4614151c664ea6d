package org.backprop.core.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The trainers at work that this IDE can command. It is an OSGi service; a part gets it from its site. All methods return
 * at once and may be called on any thread.
 */
public interface RunControls {
    /** The control of the trainer that writes into a run folder; empty if none does, or none that this IDE can command. */
    Optional<RunControl> of(Path run);

    /** The controls of all trainers at work that this IDE can command, in no order. */
    default List<RunControl> all() {
        return List.of();
    }

    /** Adds a listener; has no effect if it was added before. */
    void addListener(Listener listener);

    /** Removes a listener; it may be notified once more if a notification is under way. */
    void removeListener(Listener listener);

    /** Follows which trainers there are and what they do. */
    @FunctionalInterface
    interface Listener {
        /** The trainer of a run has come, gone or changed its state; called on any thread, must return at once. */
        void changed(Path run);
    }
}
