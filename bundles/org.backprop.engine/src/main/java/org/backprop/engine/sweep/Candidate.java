package org.backprop.engine.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A setting that is to be trained.
 *
 * @param settings path in the model file to the YAML text of its value
 * @param epochs the epoch that it is to reach; one that it has been trained before goes on
 */
public record Candidate(Map<String, String> settings, int epochs) {
    /** Copies the map. */
    public Candidate {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** A setting that is trained to its end: {@code training.epochs} if it says that itself. */
    static Candidate complete(Map<String, String> settings, int epochs) {
        String own = settings.getOrDefault("training.epochs", "");
        return new Candidate(settings, own.matches("[0-9]{1,7}") ? Integer.parseInt(own) : epochs);
    }
}
