package org.backprop.views.marks;

/**
 * Something that happened at a step and is marked on the charts.
 *
 * @param kind what it was
 * @param x where it is on the x axis
 * @param text what happened
 */
public record Mark(Kind kind, double x, String text) {
    /** The same at another place. */
    public Mark at(double place) {
        return new Mark(kind, place, text);
    }

    /** Kinds of marks. */
    public enum Kind {
        COMMAND,
        RESTART,
        SNAPSHOT,
        END
    }
}
