package org.backprop.model.internal.edit;

import java.util.List;
import java.util.Optional;

import org.backprop.model.edit.EditRefusedException;

/** A value as it is written, with its places in UTF-16 chars of the text. An alias stands for itself, not for its value. */
sealed interface Syntax {

    /** Where it starts, its anchor included. */
    int start();

    /** The offset behind its last char; for values in block style that of the last value in them. */
    int end();

    /**
     * A single value.
     *
     * @param content where it starts behind its anchor
     * @param text the value without quotes, escapes resolved
     * @param plain whether it is written without quotes
     * @param anchor its anchor, null for none
     */
    record Scalar(int start, int content, int end, String text, boolean plain, String anchor) implements Syntax {

        /** Whether there is nothing, {@code ~} or {@code null}. */
        boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        /** Whether no char stands for it. */
        boolean isEmpty() {
            return start == end;
        }
    }

    /**
     * A reference to a value with an anchor.
     *
     * @param name the anchor
     * @param target the value
     */
    record Alias(int start, int end, String name, Syntax target) implements Syntax {

        /** Why nothing inside of it can be changed. */
        EditRefusedException shared() {
            return new EditRefusedException("this value is shared through the alias *" + name + ": edit the source");
        }
    }

    /**
     * A mapping.
     *
     * @param content where its brace or first key is
     * @param flow whether it is written in braces
     */
    record Mapping(int start, int content, int end, boolean flow, String anchor, List<Pair> pairs) implements Syntax {

        public Mapping {
            pairs = List.copyOf(pairs);
        }

        Optional<Pair> pair(String key) {
            return pairs.stream().filter(pair -> pair.name().equals(key)).findFirst();
        }
    }

    /**
     * A list.
     *
     * @param content where its bracket or first dash is
     * @param flow whether it is written in brackets
     */
    record Sequence(int start, int content, int end, boolean flow, String anchor, List<Syntax> items)
            implements Syntax {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A key with its value. */
    record Pair(Scalar key, Syntax value) {

        String name() {
            return key.text();
        }

        int start() {
            return key.start();
        }

        int end() {
            return Math.max(key.end(), value.end());
        }
    }

    /** What an alias stands for; anything else stands for itself. */
    static Syntax resolved(Syntax node) {
        return node instanceof Alias alias ? resolved(alias.target()) : node;
    }
}
