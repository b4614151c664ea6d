package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * What is tried at one path of a model file: listed values or a range.
 *
 * @param values YAML texts on one line, as {@code --set} takes them; empty for a range
 * @param range the range; absent for listed values
 */
public record Variation(List<String> values, Optional<SearchRange> range) {

    /** Checks that there is one of the two. */
    public Variation {
        values = List.copyOf(values);
        if (values.isEmpty() == range.isEmpty()) {
            throw new IllegalArgumentException("either values or a range");
        }
    }

    /** The value at a share of the way through the list or the range, from 0 to 1, 1 excluded. */
    public String at(double share) {
        return range.map(given -> given.at(share)).orElseGet(() -> values.get((int) (share * values.size())));
    }
}
