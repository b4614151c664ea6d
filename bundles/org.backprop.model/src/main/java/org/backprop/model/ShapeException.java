package org.backprop.model;

/** A layer cannot take an input of this shape; the message says why and what to do. */
public final class ShapeException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public ShapeException(String message) {
        super(message);
    }
}
