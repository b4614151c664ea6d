package org.backprop.runlog.diagnosis;

import java.util.List;

/**
 * What a rule says about a run.
 *
 * @param fault the fault that it looked for
 * @param findings what it found; empty if there is nothing, or it could not look
 * @param missing why it could not look, such as what the run has not recorded; empty if it could
 */
public record Check(Fault fault, List<Finding> findings, String missing) {

    /** Copies the list. */
    public Check {
        findings = List.copyOf(findings);
    }

    /** Whether the rule could look for the fault. */
    public boolean isPossible() {
        return missing.isEmpty();
    }
}
