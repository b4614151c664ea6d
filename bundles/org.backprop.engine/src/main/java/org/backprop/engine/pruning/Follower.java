package org.backprop.engine.pruning;

import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.View;

/** What goes with the weights of a network, such as the state of an optimizer. */
public interface Follower {

    /** Nothing goes with them. */
    Follower NONE = new Follower() {};

    /** All buffers that must be kept to go back to this state, in the same order each time. */
    default List<View> views() {
        return List.of();
    }

    /** All numbers that must be kept to go back to this state. */
    default Map<String, Double> numbers() {
        return Map.of();
    }

    /** Goes back to numbers; the buffers are restored by the caller. */
    default void restore(Map<String, Double> numbers) {}

    /** The masks, and with them the weights, have changed: forgets what belongs to weights that are removed. */
    default void follow(Masks masks) {}
}
