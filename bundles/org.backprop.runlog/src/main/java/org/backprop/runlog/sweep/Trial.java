package org.backprop.runlog.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One training of a sweep.
 *
 * @param number from 1 on
 * @param settings path in the model file to the YAML text of its value, in the order of the model file
 * @param seed seed of the training
 * @param epochs epochs that it is to reach, at least 1
 * @param state its state
 * @param run name of its run folder; empty before it begins
 * @param message why it failed
 * @param resumed when it was taken up again, after a halt that is no part of its time
 */
public record Trial(
        int number,
        Map<String, String> settings,
        long seed,
        int epochs,
        TrialState state,
        Optional<String> run,
        Optional<String> message,
        List<Instant> resumed) {
    /** Copies the collections. */
    public Trial {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        resumed = List.copyOf(resumed);
    }

    /** A trial that waits. */
    public static Trial waiting(int number, Map<String, String> settings, long seed, int epochs) {
        return new Trial(
                number, settings, seed, epochs, TrialState.WAITING, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same trial in another state. */
    public Trial in(TrialState newState, Optional<String> why) {
        return new Trial(number, settings, seed, epochs, newState, run, why, resumed);
    }

    /** The same trial, which begins in a run folder. */
    public Trial begun(String folder) {
        return new Trial(
                number, settings, seed, epochs, TrialState.RUNNING, Optional.of(folder), Optional.empty(), List.of());
    }

    /** The same trial, of which nothing was recorded. */
    public Trial withoutRun() {
        return new Trial(number, settings, seed, epochs, state, Optional.empty(), message, List.of());
    }

    /** The same trial, which is taken up again. */
    public Trial resumed(Instant when) {
        List<Instant> more = new ArrayList<>(resumed);
        more.add(when);
        return new Trial(number, settings, seed, epochs, TrialState.RUNNING, run, Optional.empty(), more);
    }

    /** The same trial, which is to reach another epoch. */
    public Trial until(int newEpochs) {
        return new Trial(number, settings, seed, newEpochs, TrialState.WAITING, run, Optional.empty(), resumed);
    }
}
