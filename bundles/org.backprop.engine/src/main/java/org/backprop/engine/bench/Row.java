package org.backprop.engine.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of results: names and values in the order in which they are printed. */
public final class Row {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** A row that begins with the workload. */
    static Row of(Workload workload) {
        return new Row()
                .with("network", workload.network().key())
                .with("batch", workload.batch())
                .with("optimizer", workload.optimizer().key())
                .with("threads", workload.threads());
    }

    Row with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Adds a number rounded to {@code digits} significant digits. */
    Row with(String name, double value, int digits) {
        double rounded = Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(digits)).doubleValue()
                : value;
        return with(name, rounded);
    }

    /** Names and values, in order. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
