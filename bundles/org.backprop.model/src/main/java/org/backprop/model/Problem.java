package org.backprop.model;

import java.util.List;

/**
 * Something wrong in a model file.
 *
 * @param file name of the file as given to the reader; {@code --set PATH} for an override
 * @param position the key or value that the message is about
 * @param severity error or warning
 * @param code name of a {@link Code}
 * @param message one sentence: what is wrong and what to do
 * @param fixes the obvious changes that mend it, the likeliest first; often none
 */
public record Problem(String file, Position position, Severity severity, String code, String message, List<Fix> fixes) {

    /** Copies the list. */
    public Problem {
        fixes = List.copyOf(fixes);
    }

    /** A problem without an obvious fix. */
    public Problem(String file, Position position, Severity severity, String code, String message) {
        this(file, position, severity, code, message, List.of());
    }

    /** The problem as {@code file:line:column: CODE message}. */
    public String format() {
        return file + ":" + position.line() + ":" + position.column() + ": " + code + " " + message;
    }
}
