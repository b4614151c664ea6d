package org.backprop.engine.update;

/** Keeps a gradient from being too great. Allocates nothing after it was made. */
public interface Clipping {

    /** Clips the gradient in place. */
    void clip();

    /** What the last call did. */
    ClippingReport report();
}
