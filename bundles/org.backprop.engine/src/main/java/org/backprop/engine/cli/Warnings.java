package org.backprop.engine.cli;

/** Tells the user what is not as it could be, on the error output. */
final class Warnings {
    private Warnings() {}

    static void print(String message) {
        System.err.println("backprop: warning: " + message);
    }
}
