package org.backprop.model;

import java.util.List;
import java.util.stream.IntStream;

/** A layer cannot take inputs of these shapes; the message says why and what to do. */
public final class ShapeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean flatInputNeeded;
    private final int[] inputs;

    /**
     * With a message for the user.
     *
     * @param inputs indexes of inputs; the message has a {@code %s} for the name of each
     */
    public ShapeException(String message, int... inputs) {
        this(message, false, inputs);
    }

    private ShapeException(String message, boolean flatInputNeeded, int... inputs) {
        super(message);
        this.flatInputNeeded = flatInputNeeded;
        this.inputs = inputs.clone();
    }

    /** For a layer or function that needs a vector. */
    static ShapeException needsFlatInput(String taker, Shape in) {
        return new ShapeException(
                taker + " needs a flat input, but its input has shape " + in + ": add a flatten layer before it", true);
    }

    /** Whether a flatten layer before this one would help. */
    public boolean flatInputNeeded() {
        return flatInputNeeded;
    }

    /** The message, where the layer's inputs have these names. */
    public String message(List<String> names) {
        return inputs.length == 0
                ? getMessage()
                : getMessage()
                        .formatted(IntStream.of(inputs).mapToObj(names::get).toArray());
    }
}
