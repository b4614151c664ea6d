package org.backprop.editor.source;

/**
 * A piece of a line of YAML that is shown in one style.
 *
 * @param kind its style
 * @param offset first char, from the start of the text that was scanned
 * @param length number of chars, at least 1
 */
public record YamlToken(Kind kind, int offset, int length) {
    /** What a token is. */
    public enum Kind {
        /** A key of a mapping. */
        KEY,
        /** The name of a type that model files know, as a key or alone. */
        TYPE,
        /** Quoted text. */
        STRING,
        /** A number. */
        NUMBER,
        /** true, false or null. */
        CONSTANT,
        /** From # to the end of the line. */
        COMMENT,
        /** Anything else: plain text, punctuation, white space. */
        OTHER
    }
}
