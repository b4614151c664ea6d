package org.backprop.model;

import java.util.List;

/**
 * A change of a model file that mends a problem, found together with it. It is made by
 * {@link org.backprop.model.edit.ModelEdit#fix}.
 */
public sealed interface Fix {

    /** What it does, as a command: {@code Change to adam}. */
    String label();

    /**
     * Puts a text in place of another.
     *
     * @param at the old text, its quotes included
     * @param text the new one
     */
    record Replace(Position at, String text) implements Fix {
        @Override
        public String label() {
            return "Change to " + text;
        }
    }

    /**
     * Adds a key to the mapping below another key.
     *
     * @param owner where the key of the mapping, or the type that has no parameters yet, stands; {@link Position#START}
     *     for the sections of the file
     * @param key the key
     * @param value its value on one line
     */
    record Add(Position owner, String key, String value) implements Fix {
        @Override
        public String label() {
            return "Add " + key + ": " + value;
        }
    }

    /**
     * Removes a key with its value, or an entry of a list.
     *
     * @param at where the key or its value stands, or the entry
     * @param what what is removed, for the label
     */
    record Remove(Position at, String what) implements Fix {
        @Override
        public String label() {
            return "Remove " + what;
        }
    }

    /**
     * Sets a value.
     *
     * @param path as of an override
     * @param value the value on one line
     */
    record Set(List<String> path, String value) implements Fix {
        /** Copies the list. */
        public Set {
            path = List.copyOf(path);
        }

        @Override
        public String label() {
            return "Set " + path.getLast() + (path.size() > 1 ? " of " + path.get(path.size() - 2) : "") + " to "
                    + value;
        }
    }

    /**
     * Inserts a layer between another and what it takes its input from.
     *
     * @param input full name of the layer whose output the new one takes, or {@code input}
     * @param layer full name of the layer that takes the output of the new one
     * @param type the type of the new layer, which needs no parameters
     */
    record Insert(String input, String layer, String type) implements Fix {
        @Override
        public String label() {
            return "Insert " + type + " before " + layer;
        }
    }

    /**
     * Moves a layer before another of the same list.
     *
     * @param layer full name of the layer
     * @param before full name of the other
     */
    record Move(String layer, String before) implements Fix {
        @Override
        public String label() {
            return "Move " + layer + " before " + before;
        }
    }

    /**
     * Removes a layer; what took its output takes its input.
     *
     * @param layer full name of the layer
     */
    record RemoveLayer(String layer) implements Fix {
        @Override
        public String label() {
            return "Remove the layer " + layer;
        }
    }
}
