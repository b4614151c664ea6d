package org.backprop.runlog.events;

import java.util.List;

/**
 * One record of an event file.
 *
 * @param wallTime when it was recorded, in seconds since 1970-01-01 UTC
 * @param step global step
 * @param sessionStart whether training (re)started here: what other files say about this step or later is superseded
 * @param values what was recorded; kinds that this reader has no use for (images, graphs, ...) are left out
 */
public record Event(double wallTime, long step, boolean sessionStart, List<Value> values) {
    /** Copies the list. */
    public Event {
        values = List.copyOf(values);
    }
}
