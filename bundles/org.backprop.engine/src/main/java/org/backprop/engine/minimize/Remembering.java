package org.backprop.engine.minimize;

import java.util.Map;

import org.backprop.engine.kernels.View;

/** Something whose future depends on its past. What it remembers is all in its vectors, matrices and numbers. */
public interface Remembering {

    /** The vectors {@code [1, N]} that must be kept to go on later, by name. */
    default Map<String, View> vectors() {
        return Map.of();
    }

    /** The square matrices {@code [N, N]} that must be kept to go on later, by name. */
    default Map<String, View> matrices() {
        return Map.of();
    }

    /** The numbers that must be kept to go on later, by name. */
    default Map<String, Double> numbers() {
        return Map.of();
    }

    /** Goes on from numbers; vectors and matrices have been restored before. */
    default void restore(Map<String, Double> numbers) {}
}
