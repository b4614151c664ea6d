package org.backprop.engine.optimizers;

import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;

/**
 * Turns a gradient into an update of the parameters. What it must remember lies in slots, flat buffers as long as the
 * parameter vector, and a few numbers, which the caller saves and restores.
 */
public interface GradientTransform {

    /** Names of the slots, as PyTorch names them; each starts with zeros. */
    List<String> slots();

    /** Whether element k of each slot belongs to parameter k alone. */
    default boolean slotsAreByParameter() {
        return true;
    }

    /**
     * Updates all parameters in place.
     *
     * @param step number of this update, counted from 1
     * @param learningRate learning rate of this update, after the schedule
     * @param parameters flat parameter vector {@code [1, N]}
     * @param gradient mean gradient of the batch {@code [1, N]}; unspecified afterwards
     * @param slots one view {@code [1, N]} for each of {@link #slots()}, updated in place
     * @param norms filled with the norms of this update, or null
     */
    void update(long step, double learningRate, View parameters, View gradient, List<View> slots, UpdateNorms norms);

    /** The step size that the latest update made of a learning rate: the same, unless it computes its own. */
    default double stepSize(double learningRate) {
        return learningRate;
    }

    /** All numbers that must be kept to go on later, by name. */
    default Map<String, Double> numbers() {
        return Map.of();
    }

    /** Goes on from numbers; what they do not have stays as it is. */
    default void restore(Map<String, Double> numbers) {}
}
