package org.backprop.runlog.sweep;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Mean and standard deviation of a few values.
 *
 * @param count how many
 * @param mean their mean; NaN without values
 * @param deviation the standard deviation of a sample, with {@code count - 1}; 0 for a single value, NaN without values
 */
public record Spread(int count, double mean, double deviation) {
    /** That of the values that are there. */
    public static Spread of(List<OptionalDouble> values) {
        double[] present = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        double sum = 0;
        for (double value : present) {
            sum += value;
        }
        double mean = sum / present.length;
        double squares = 0;
        for (double value : present) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = present.length == 1 ? 0 : Math.sqrt(squares / (present.length - 1));
        return new Spread(present.length, mean, present.length == 0 ? Double.NaN : deviation);
    }
}
