package org.backprop.runlog.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.run.RunSnapshot;

/**
 * The resolved configuration of a run as paths and values, such as {@code training.optimizer = adam} and {@code
 * training.optimizer.adam.learning_rate = 0.001}. Layers go by their names: {@code network.layers.hidden = dense} and
 * {@code network.layers.hidden.units = 64}. The paths are those that overrides take.
 *
 * @param values text of each value by path, in the order of the configuration
 */
public record Hyperparameters(Map<String, String> values) {
    /** Those of a run that did not record any. */
    public static final Hyperparameters NONE = new Hyperparameters(Map.of());

    /** Copies the map. */
    public Hyperparameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Those of a run. */
    public static Hyperparameters of(RunSnapshot run) {
        return run.info().map(info -> of(info.configuration())).orElse(NONE);
    }

    /** Those of a configuration: maps, lists, strings, booleans and numbers. */
    public static Hyperparameters of(Map<String, Object> configuration) {
        Map<String, String> values = new LinkedHashMap<>();
        configuration.forEach((key, value) -> new Flattening(values).add(key, value));
        return new Hyperparameters(values);
    }

    /** The value at a path. */
    public Optional<String> at(String path) {
        return Optional.ofNullable(values.get(path));
    }

    /** The value of a path that is {@code key} or ends with it, such as {@code learning_rate}; the first if there are several. */
    public Optional<String> endingWith(String key) {
        String end = "." + key;
        return at(key).or(() -> values.entrySet().stream()
                .filter(value -> value.getKey().endsWith(end))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    /** How values are written: whole numbers without a point, small ones as {@code 1e-8}. */
    static String text(Object value) {
        if (value instanceof Double number) {
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1e7;
            return whole
                    ? Long.toString(number.longValue())
                    : number.toString().replace(".0E", "e").replace("E", "e");
        }
        return String.valueOf(value);
    }

    private record Flattening(Map<String, String> values) {
        void add(String path, Object value) {
            if (value instanceof Map<?, ?> map) {
                addMap(path, map);
            } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
                for (int i = 0; i < list.size(); i++) {
                    addElement(path, i, list.get(i));
                }
            } else {
                values.put(path, text(value));
            }
        }

        /** A map of one entry that holds a map selects a type. */
        private void addMap(String path, Map<?, ?> map) {
            if (map.size() == 1 && map.values().iterator().next() instanceof Map<?, ?>) {
                values.put(path, String.valueOf(map.keySet().iterator().next()));
            }
            map.forEach((key, inside) -> add(path + "." + key, inside));
        }

        /** An element of a list goes by its name if it has one, otherwise by its index. */
        private void addElement(String path, int index, Object element) {
            if (element instanceof Map<?, ?> map
                    && map.size() == 1
                    && map.values().iterator().next() instanceof Map<?, ?> inside
                    && inside.get("name") instanceof String name) {
                values.put(
                        path + "." + name,
                        String.valueOf(map.keySet().iterator().next()));
                inside.forEach((key, value) -> {
                    if (!key.equals("name")) {
                        add(path + "." + name + "." + key, value);
                    }
                });
            } else {
                add(path + "." + index, element);
            }
        }
    }
}
