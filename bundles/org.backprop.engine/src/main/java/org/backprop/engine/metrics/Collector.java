package org.backprop.engine.metrics;

/** Collects over the batches of a set what a measure is made from. */
interface Collector {

    /** Takes one batch in. */
    void add(Batch batch);
}
