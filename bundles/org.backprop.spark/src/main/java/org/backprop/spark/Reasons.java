package org.backprop.spark;

/** Finds what to tell the user in Spark's exceptions. */
final class Reasons {
    private Reasons() {}

    /** The first line of the innermost message. */
    static String of(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String message = inner.getMessage() == null ? inner.toString() : inner.getMessage();
        return message.lines().findFirst().orElse(inner.toString());
    }
}
