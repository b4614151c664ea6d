package org.backprop.model;

/** The kind of distribution that initial weights are drawn from, where the initializer gives its width. */
public enum Distribution {
    /** The same density between two bounds. */
    UNIFORM,
    /** The bell curve. */
    NORMAL
}
