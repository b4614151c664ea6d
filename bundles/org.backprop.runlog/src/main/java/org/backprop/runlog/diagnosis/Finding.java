package org.backprop.runlog.diagnosis;

import java.util.List;
import java.util.Objects;

/**
 * A fault that a run has.
 *
 * @param fault what is wrong
 * @param severity how bad that is
 * @param layers names of the layers that have the fault, in the order of the model; empty if it is none of the layers'
 * @param firstStep first step that shows the fault, as far as is known; 0 for the data
 * @param lastStep last step that shows it
 * @param evidence the curves that show it, the decisive one first; empty if no curve does
 * @param message one sentence that says what is wrong, with its figures
 * @param remedy one sentence that says what to do
 */
public record Finding(
        Fault fault,
        Severity severity,
        List<String> layers,
        long firstStep,
        long lastStep,
        List<Evidence> evidence,
        String message,
        String remedy) {

    /** Copies the lists. */
    public Finding {
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(severity, "severity");
        layers = List.copyOf(layers);
        evidence = List.copyOf(evidence);
    }
}
