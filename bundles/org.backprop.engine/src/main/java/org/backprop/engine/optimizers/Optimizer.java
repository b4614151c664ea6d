package org.backprop.engine.optimizers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;

/** A gradient transform together with its slots for one parameter vector. */
public final class Optimizer {

    private GradientTransform transform;
    private final View parameters;
    private final View gradient;
    private final List<View> slots = new ArrayList<>();

    /** Allocates the slots; parameters and gradient are {@code [1, N]}. */
    public Optimizer(GradientTransform transform, Kernels kernels, View parameters, View gradient) {
        this.transform = transform;
        this.parameters = parameters;
        this.gradient = gradient;
        for (int i = 0; i < transform.slots().size(); i++) {
            slots.add(kernels.allocate(parameters.length()).view(0, 1, parameters.length()));
        }
    }

    /**
     * Makes update number {@code step}, counted from 1.
     *
     * @param learningRate learning rate of this update
     * @param norms filled with the norms of this update, or null
     */
    public void update(long step, double learningRate, UpdateNorms norms) {
        transform.update(step, learningRate, parameters, gradient, slots, norms);
    }

    /**
     * Goes on with other numbers, as if a run were resumed with them.
     *
     * @param changed with the same slots
     */
    public void change(GradientTransform changed) {
        if (!changed.slots().equals(transform.slots())) {
            throw new IllegalArgumentException("the optimizer would remember something else: " + changed.slots());
        }
        changed.restore(transform.numbers());
        transform = changed;
    }

    /** The step size that the latest update made of a learning rate. */
    public double stepSize(double learningRate) {
        return transform.stepSize(learningRate);
    }

    /** Names of the slots. */
    public List<String> slotNames() {
        return transform.slots();
    }

    /** Whether element k of each slot belongs to parameter k alone. */
    public boolean slotsAreByParameter() {
        return transform.slotsAreByParameter();
    }

    /** The slots {@code [1, N]}, in the order of their names. */
    public List<View> slots() {
        return List.copyOf(slots);
    }

    /** All numbers that must be kept to go on later, by name. */
    public Map<String, Double> numbers() {
        return transform.numbers();
    }

    /** Goes on from numbers; what they do not have stays as it is. */
    public void restore(Map<String, Double> numbers) {
        transform.restore(numbers);
    }
}
