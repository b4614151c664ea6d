package org.backprop.model;

/** The curve between two learning rates. */
public enum Annealing {
    /** Half a cosine. */
    COS,
    /** A line. */
    LINEAR;

    /** From one value to another. */
    double between(double from, double to, double done) {
        return this == COS ? to + (from - to) / 2 * (1 + Math.cos(Math.PI * done)) : from + (to - from) * done;
    }
}
