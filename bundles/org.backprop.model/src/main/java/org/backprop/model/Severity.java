package org.backprop.model;

/** How bad a problem is. */
public enum Severity {
    /** The model cannot be used. */
    ERROR,
    /** The model can be used, but is probably not what was meant. */
    WARNING
}
