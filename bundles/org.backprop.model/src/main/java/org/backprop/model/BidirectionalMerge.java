package org.backprop.model;

/** What a bidirectional layer makes of the outputs of its two directions. */
public enum BidirectionalMerge {
    /** One behind the other: twice as many features. */
    CONCAT,
    /** Their sum. */
    ADD,
    /** Their product. */
    MULTIPLY,
    /** Their mean. */
    AVERAGE
}
