package org.backprop.engine.train;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of the model that were changed while it trained, by path. A change is kept with the model's own value, so that
 * it does not outlive another value in the model that a run is resumed with.
 */
final class Changes {

    private static final String VALUE = "changed.";
    private static final String MODEL = "changed_from.";

    private final Map<String, Change> changes = new LinkedHashMap<>();

    /** The present value, and that of the model. */
    private record Change(double value, double model) {}

    /** Takes note that the value {@code old} has become {@code value}. */
    void add(String path, double old, double value) {
        double model = Optional.ofNullable(changes.get(path)).map(Change::model).orElse(old);
        if (value == model) {
            changes.remove(path);
        } else {
            changes.put(path, new Change(value, model));
        }
    }

    /** What must be kept to go on later, by name. */
    Map<String, Double> numbers() {
        Map<String, Double> numbers = new HashMap<>();
        changes.forEach((path, change) -> {
            numbers.put(VALUE + path, change.value());
            numbers.put(MODEL + path, change.model());
        });
        return numbers;
    }

    /** The values in {@code numbers} by path, of paths where the model still has the value that it had then. */
    static Map<String, Double> in(Map<String, Double> numbers, Map<String, Double> model) {
        Map<String, Double> values = new LinkedHashMap<>();
        model.forEach((path, value) -> {
            if (value.equals(numbers.get(MODEL + path))) {
                values.put(path, numbers.get(VALUE + path));
            }
        });
        return values;
    }
}
