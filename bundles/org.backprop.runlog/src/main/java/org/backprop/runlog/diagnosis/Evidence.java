package org.backprop.runlog.diagnosis;

import java.util.OptionalDouble;

/**
 * A curve that shows a fault.
 *
 * @param tag its tag in the run
 * @param value what the rule looked at: a mean, a share or the greatest value of its newest part
 * @param threshold the value beyond which it is a fault, in the unit of the curve; empty if the rule compares curves
 */
public record Evidence(String tag, double value, OptionalDouble threshold) {

    static Evidence of(String tag, double value, double threshold) {
        return new Evidence(tag, value, OptionalDouble.of(threshold));
    }

    static Evidence of(String tag, double value) {
        return new Evidence(tag, value, OptionalDouble.empty());
    }
}
