package org.backprop.model.edit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A layer, or a block of layers, as it stands in a text, whatever is wrong with it.
 *
 * @param name its full name, given or by default
 * @param type the word that selects its type
 * @param inputs full names of what it takes its inputs from; names that no layer has as they are written
 * @param block full name of the block that it stands in; empty for the network
 * @param index its place in its list; -1 for the projection of a block
 * @param isBlock whether it is a block of layers: then its name is that of the sum that closes it
 * @param parameters the keys and values in it, without name and inputs, as they are written
 * @param offset where it starts
 * @param length its length
 */
public record LayerText(
        String name,
        String type,
        List<String> inputs,
        String block,
        int index,
        boolean isBlock,
        SequencedMap<String, String> parameters,
        int offset,
        int length) {

    /** Copies the collections. */
    public LayerText {
        inputs = List.copyOf(inputs);
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
    }
}
