package org.backprop.editor.network.graph;

import java.util.List;

/**
 * The structure of nodes that follow each other: all that their layout depends on, so that equal parts are laid out once.
 *
 * @param inputs for each node the places of the nodes in the part whose outputs it takes; {@link #ENTRY} for the node above
 *     the part
 * @param frames for each node the number of the frame that it is in, {@link #NONE} for none
 * @param outer for each frame the number of the frame around it, {@link #NONE} for none
 */
record Part(List<List<Integer>> inputs, List<Integer> frames, List<Integer> outer) {
    /** The node above the part. */
    static final int ENTRY = -1;
    /** No frame. */
    static final int NONE = -1;

    /** Copies the lists. */
    Part {
        inputs = inputs.stream().map(List::copyOf).toList();
        frames = List.copyOf(frames);
        outer = List.copyOf(outer);
    }

    /** Whether the node above feeds it. */
    boolean isFed() {
        return inputs.stream().anyMatch(sources -> sources.contains(ENTRY));
    }
}
