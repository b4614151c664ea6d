package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * Positive numbers of which all orders of magnitude are equally likely, such as learning rates.
 *
 * @param bounds the least and the greatest
 */
@SpecType(
        key = "log_uniform",
        doc = "Positive numbers of a range, all orders of magnitude equally likely.",
        formula = "x = exp(ln a + u (ln b - ln a))",
        source = "scipy.stats.loguniform")
public record LogUniformRange(
        @SpecParameter(doc = SearchRange.DOC, min = 0, minExclusive = true, main = true)
        List<Double> bounds) implements SearchRange {

    /** Copies the list. */
    public LogUniformRange {
        bounds = List.copyOf(bounds);
    }

    @Override
    public String at(double share) {
        return SearchRange.text(StrictMath.exp(low() + share * (StrictMath.log(bounds.getLast()) - low())));
    }

    @Override
    public double share(String text) {
        return (StrictMath.log(Double.parseDouble(text)) - low()) / (StrictMath.log(bounds.getLast()) - low());
    }

    private double low() {
        return StrictMath.log(bounds.getFirst());
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
