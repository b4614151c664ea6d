package org.backprop.model;

import java.util.Optional;

/**
 * A value that trials are timed to.
 *
 * @param metric what is compared
 * @param value the value: of a loss the greatest, of an accuracy the least that is enough
 */
@SpecType(key = "target", doc = "A value that trials are timed to: the table shows the first epoch that reaches it.")
public record SweepTarget(
        @SpecParameter(doc = "What is compared, such as accuracy/validation.", byDefault = "accuracy/validation")
        String metric,

        @SpecParameter(doc = "The value that is enough.") double value)
        implements SelfChecking {

    @Override
    public Optional<Inconsistency> inconsistency() {
        return Metric.inconsistency(metric);
    }
}
