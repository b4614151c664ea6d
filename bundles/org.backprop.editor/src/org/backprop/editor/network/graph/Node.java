package org.backprop.editor.network.graph;

import java.util.List;

import org.backprop.model.Problem;

/**
 * A layer as it is drawn.
 *
 * @param name its full name; {@code input} for the input of the network
 * @param title the type
 * @param kind family of its type, for colour and glyph
 * @param detail the parameters in short
 * @param shape shape of the output, empty if not known
 * @param parameters number of trainable parameters, negative if not known
 * @param block full name of the block that it is drawn in, empty for none
 * @param folded whether it stands for a whole block
 * @param foldable whether it closes a block
 * @param inputs full names of the nodes that it takes its inputs from
 * @param layers full names of the layers that it stands for: itself, or those of the folded block
 * @param problems what is wrong with it
 * @param offset where it stands in the text
 * @param length length of its text
 */
public record Node(
        String name,
        String title,
        LayerKind kind,
        String detail,
        String shape,
        long parameters,
        String block,
        boolean folded,
        boolean foldable,
        List<String> inputs,
        List<String> layers,
        List<Problem> problems,
        int offset,
        int length) {

    /** Copies the lists. */
    public Node {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        problems = List.copyOf(problems);
    }

    /** Whether it is the input of the network, which cannot be edited here. */
    public boolean isInput() {
        return kind == LayerKind.INPUT;
    }
}
