package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * Whole numbers of which all are equally likely, both ends included.
 *
 * @param bounds the least and the greatest
 */
@SpecType(
        key = "integer",
        doc = "Whole numbers of a range, all equally likely, both ends included.",
        formula = "x = floor(a + u (b - a + 1))",
        source = "scipy.stats.randint")
public record IntegerRange(
        @SpecParameter(doc = SearchRange.DOC, min = -1e9, max = 1e9, main = true)
        List<Long> bounds) implements SearchRange {

    /** Copies the list. */
    public IntegerRange {
        bounds = List.copyOf(bounds);
    }

    @Override
    public String at(double share) {
        return Long.toString(bounds.getFirst() + (long) (share * numbers()));
    }

    @Override
    public double share(String text) {
        return (Long.parseLong(text) - bounds.getFirst() + 0.5) / numbers();
    }

    private double numbers() {
        return bounds.getLast() - bounds.getFirst() + 1.0;
    }

    @Override
    public List<String> ends() {
        return bounds.stream().map(String::valueOf).toList();
    }

    @Override
    public Optional<Inconsistency> inconsistency() {
        return SearchRange.inconsistency(bounds);
    }
}
