package org.backprop.model;

/**
 * Ends the training after the batch during which a time is over. The time of all parts of a resumed run counts, with
 * the evaluations in between.
 *
 * @param seconds the time
 */
@SpecType(
        key = "max_time",
        doc = "Ends the training after a time.",
        formula = "stop after the batch during which the seconds are over",
        source = "lightning.pytorch.callbacks.Timer")
public record MaxTimeStopping(
        @SpecParameter(doc = "The time.", min = 0, minExclusive = true, unit = "seconds", main = true)
        double seconds) implements StoppingSpec {}
