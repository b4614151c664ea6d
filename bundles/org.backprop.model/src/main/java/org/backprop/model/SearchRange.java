package org.backprop.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

import org.backprop.model.SelfChecking.Inconsistency;

/** A range that a sweep takes numbers from. */
public sealed interface SearchRange extends SelfChecking permits UniformRange, LogUniformRange, IntegerRange {

    /** Key and description of the two ends of every range. */
    String DOC = "The least and the greatest value.";

    /** The number at a share of the way from the least to the greatest, from 0 to 1, 1 excluded, as YAML text. */
    String at(double share);

    /** The share of the way at which {@code text}, as {@link #at} gives it, lies. */
    double share(String text);

    /** The least and the greatest value as YAML texts. */
    List<String> ends();

    /** A number with six significant digits, so that the setting can be repeated from what a table shows. */
    static String text(double value) {
        return Double.toString(new BigDecimal(value).round(new MathContext(6)).doubleValue());
    }

    /** That there are not two ends, or that they are not in order. */
    static Optional<Inconsistency> inconsistency(List<? extends Number> bounds) {
        boolean ordered = bounds.size() == 2
                && bounds.get(0).doubleValue() < bounds.get(1).doubleValue();
        return ordered
                ? Optional.empty()
                : Optional.of(new Inconsistency(
                        "bounds", "must be a list of two numbers, the smaller one first, as [0.001, 0.1]"));
    }
}
