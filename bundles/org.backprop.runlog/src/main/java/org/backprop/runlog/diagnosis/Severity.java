package org.backprop.runlog.diagnosis;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** The training goes on, but its result is worse than it need be. */
    WARNING,
    /** The training is lost. */
    ERROR;

    /** The key in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
