package org.backprop.runlog.sweep;

/**
 * A value that trials are timed to.
 *
 * @param goal the series
 * @param value the value that is enough; series are single precision, so it is rounded to that for the comparison
 */
public record Target(Goal goal, double value) {}
