package org.backprop.model;

/**
 * Something wrong in a model file.
 *
 * @param file name of the file as given to the reader; {@code --set PATH} for an override
 * @param position the key or value that the message is about
 * @param severity error or warning
 * @param code name of a {@link Code}
 * @param message one sentence: what is wrong and what to do
 */
public record Problem(String file, Position position, Severity severity, String code, String message) {

    /** The problem as {@code file:line:column: CODE message}. */
    public String format() {
        return file + ":" + position.line() + ":" + position.column() + ": " + code + " " + message;
    }
}
