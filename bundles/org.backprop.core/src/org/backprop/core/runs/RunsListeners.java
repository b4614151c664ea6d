package org.backprop.core.runs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.SafeRunner;

/** Listeners that cannot disturb each other. */
final class RunsListeners {
    private final List<RunsListener> listeners = new CopyOnWriteArrayList<>();

    void add(RunsListener listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    void remove(RunsListener listener) {
        listeners.remove(listener);
    }

    /** Notifies those that are registered now; what one throws is logged and the others are notified all the same. */
    void fire(RunsSnapshot snapshot) {
        for (RunsListener listener : listeners) {
            SafeRunner.run(() -> listener.runsChanged(snapshot));
        }
    }
}
