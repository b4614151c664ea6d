package org.backprop.engine.bench;

import java.util.function.DoubleBinaryOperator;

/**
 * How two contestants compare over the rounds that they ran in turn.
 *
 * @param median median over the rounds
 * @param spread interquartile range over the rounds
 */
public record Comparison(double median, double spread) {

    /** How many times faster {@code ours} is: ratio of the rates of each round. */
    public static Comparison ratio(double[] ours, double[] theirs) {
        return of(ours, theirs, (a, b) -> a / b);
    }

    /** What {@code watched} costs as a percentage of a step of {@code plain}, both in steps per second. */
    public static Comparison cost(double[] plain, double[] watched) {
        return of(plain, watched, (a, b) -> 100 * (a / b - 1));
    }

    private static Comparison of(double[] a, double[] b, DoubleBinaryOperator compare) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " rounds against " + b.length);
        }
        double[] pairs = new double[a.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = compare.applyAsDouble(a[i], b[i]);
        }
        return new Comparison(Statistics.median(pairs), Statistics.spread(pairs));
    }
}
