package org.backprop.views.dropout;

/** What the view shows of the chosen layers. */
public enum Mode {
    /** Units by recorded masks. */
    MASKS,
    /** How often each unit was kept. */
    UNITS,
    /** Which units are dropped together. */
    CO_DROP
}
