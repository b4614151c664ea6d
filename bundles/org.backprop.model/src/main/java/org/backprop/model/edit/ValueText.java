package org.backprop.model.edit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A value as it stands in a text, whatever is wrong with it. What an alias stands for is seen in its place.
 *
 * @param text the value as it is written, without its anchor; for an alias {@code *name}
 * @param word a single value without its quotes; empty if there is nothing, a list or a mapping
 * @param entries the values of a mapping by their keys
 * @param items the entries of a list
 * @param offset where it starts; for a value with a key where the key starts
 * @param end the offset behind it
 */
public record ValueText(
        String text,
        Optional<String> word,
        SequencedMap<String, ValueText> entries,
        List<ValueText> items,
        int offset,
        int end) {

    /** Copies the collections. */
    public ValueText {
        entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
        items = List.copyOf(items);
    }

    /** The value of a key; empty if this is no mapping, or has no such key. */
    public Optional<ValueText> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Whether the offset lies in it, its key included. */
    public boolean contains(int at) {
        return offset <= at && at <= end;
    }
}
