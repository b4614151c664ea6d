package org.backprop.runlog.run;

/**
 * A value with the moment of its recording.
 *
 * @param step global step
 * @param wallTime seconds since 1970-01-01 UTC
 */
public record Recorded<T>(long step, double wallTime, T value) {}
