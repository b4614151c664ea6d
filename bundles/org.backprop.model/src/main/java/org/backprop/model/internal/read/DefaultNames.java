package org.backprop.model.internal.read;

import java.util.HashMap;
import java.util.Map;

/** The names that layers have by default: the layers of a list, with a name or without, are counted by their types. */
public final class DefaultNames {

    private final Map<String, Integer> counts = new HashMap<>();

    /** The name by default of the next layer of the list, such as {@code dense_2}. */
    public String next(String type) {
        return type + "_" + counts.merge(type, 1, Integer::sum);
    }
}
