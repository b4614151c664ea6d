package org.backprop.runlog.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run is of a sweep.
 *
 * @param sweep name of the sweep's folder
 * @param trial number of the trial, from 1 on
 * @param settings path in the model file to the YAML text of its value
 */
public record SweptFrom(String sweep, int trial, Map<String, String> settings) {
    /** Copies the map. */
    public SweptFrom {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
