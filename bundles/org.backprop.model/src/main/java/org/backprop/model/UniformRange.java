package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * Numbers of which all are equally likely.
 *
 * @param bounds the least and the greatest
 */
@SpecType(
        key = "uniform",
        doc = "Numbers of a range, all equally likely.",
        formula = "x = a + u (b - a)",
        source = "scipy.stats.uniform")
public record UniformRange(
        @SpecParameter(doc = SearchRange.DOC, main = true) List<Double> bounds) implements SearchRange {

    /** Copies the list. */
    public UniformRange {
        bounds = List.copyOf(bounds);
    }

    @Override
    public String at(double share) {
        return SearchRange.text(bounds.getFirst() + share * (bounds.getLast() - bounds.getFirst()));
    }

    @Override
    public double share(String text) {
        return (Double.parseDouble(text) - bounds.getFirst()) / (bounds.getLast() - bounds.getFirst());
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
