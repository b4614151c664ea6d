package org.backprop.engine.layers;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;

/**
 * The views of a recurrent layer, step by step, and the products that every gate needs.
 *
 * @param x inputs {@code [T, n, F]}
 * @param states {@code [T + 1, n, H]}, the first of them zeros
 * @param formerStates the first T of them
 * @param stateGradient {@code [n, H]}
 * @param spare {@code [n, H]}
 * @param inputGradient {@code [T, n, F]}, or null if nobody needs it
 * @param spareInput {@code [T n, F]}, or null
 * @param gates the parameters of each gate
 * @param transposition of the weights of a state
 */
record RecurrentMemory(
        RecurrentShape shape,
        int batch,
        Steps x,
        Steps states,
        View formerStates,
        View stateGradient,
        View spare,
        View inputGradient,
        View spareInput,
        List<Gate> gates,
        Rearrangement transposition) {

    /** The parameters of one gate with their gradients, and the transposed weights of the state. */
    record Gate(
            View inputWeight,
            View stateWeight,
            View inputBias,
            View stateBias,
            View inputWeightGradient,
            View stateWeightGradient,
            View inputBiasGradient,
            View stateBiasGradient,
            View transposed) {}

    static int size(RecurrentShape shape, int batch) {
        long state = (long) batch * shape.units();
        long size = 2L * shape.steps() * batch * shape.features()
                + (long) shape.steps() * batch * shape.features()
                + (shape.steps() + 3) * state
                + (long) shape.gates() * shape.units() * shape.units();
        return Math.toIntExact(size);
    }

    static RecurrentMemory of(RecurrentShape shape, Binding binding, Carver workspace) {
        int batch = binding.input().rows();
        int rows = shape.steps() * batch;
        View x = workspace.next(rows, shape.features());
        View states = workspace.next(rows + batch, shape.units());
        View stateGradient = workspace.next(batch, shape.units());
        View spare = workspace.next(batch, shape.units());
        View inputGradient = workspace.next(rows, shape.features());
        View spareInput = workspace.next(rows, shape.features());
        boolean needed = binding.inputGradient() != null;
        List<Gate> gates = new ArrayList<>();
        for (int gate = 0; gate < shape.gates(); gate++) {
            gates.add(gate(shape, binding, gate, workspace.next(shape.units(), shape.units())));
        }
        return new RecurrentMemory(
                shape,
                batch,
                Steps.of(x, shape.steps()),
                Steps.of(states, shape.steps() + 1),
                states.buffer().view(states.offset(), rows, shape.units()),
                stateGradient,
                spare,
                needed ? inputGradient : null,
                needed ? spareInput : null,
                List.copyOf(gates),
                transposition(shape.units()));
    }

    private static Gate gate(RecurrentShape shape, Binding binding, int gate, View transposed) {
        return new Gate(
                rows(binding.parameters().get(0), shape.units(), gate),
                rows(binding.parameters().get(1), shape.units(), gate),
                shape.bias() ? part(binding.parameters().get(2), shape.units(), gate) : null,
                shape.bias() ? part(binding.parameters().get(3), shape.units(), gate) : null,
                rows(binding.gradients().get(0), shape.units(), gate),
                rows(binding.gradients().get(1), shape.units(), gate),
                shape.bias() ? part(binding.gradients().get(2), shape.units(), gate) : null,
                shape.bias() ? part(binding.gradients().get(3), shape.units(), gate) : null,
                transposed);
    }

    private static View rows(View all, int units, int gate) {
        return all.buffer().view(all.offset() + (long) gate * units * all.columns(), units, all.columns());
    }

    private static View part(View all, int units, int gate) {
        return all.buffer().view(all.offset() + (long) gate * units, 1, units);
    }

    /** {@code to = x Wi^T + bi} for all steps, to {@code [T n, H]}. */
    void readInputs(Kernels kernels, int gate, View to) {
        Gate weights = gates.get(gate);
        kernels.denseForward(x.all(), weights.inputWeight(), weights.inputBias(), Activation.LINEAR, to);
    }

    /** {@code to = h Wh^T + bh} with state t. */
    void readState(Kernels kernels, int gate, int t, View to) {
        Gate weights = gates.get(gate);
        kernels.denseForward(states.at(t), weights.stateWeight(), weights.stateBias(), Activation.LINEAR, to);
    }

    /** {@code dz Wh}, the gradient of the state where one gate reads it; {@link #transpose} comes before. */
    void setStateGradient(Kernels kernels, int gate, View dz) {
        kernels.denseForward(dz, gates.get(gate).transposed(), null, Activation.LINEAR, stateGradient);
    }

    /** Adds {@code dz Wh} to the gradient of the state; {@link #transpose} comes before. */
    void addToStateGradient(Kernels kernels, int gate, View dz) {
        kernels.denseForward(dz, gates.get(gate).transposed(), null, Activation.LINEAR, spare);
        kernels.addScaled(1, spare, stateGradient);
    }

    /** Transposes the weights of the state. */
    void transpose(Kernels kernels) {
        for (int i = 0; i < gates.size(); i++) {
            kernels.rearrange(
                    transposition, gates.get(i).stateWeight(), gates.get(i).transposed());
        }
    }

    private static Rearrangement transposition(int units) {
        return new Rearrangement(new int[] {units, units}, 0, new int[] {1, units}, 0, new int[] {units, 1}, false);
    }

    /**
     * The gradients of a gate's parameters, and its part of that of the inputs.
     *
     * @param ofInput gradient with respect to {@code x Wi^T + bi}, {@code [T n, H]}
     * @param ofState gradient with respect to {@code h Wh^T + bh}, {@code [T n, H]}
     */
    void finish(Kernels kernels, int gate, View ofInput, View ofState) {
        Gate weights = gates.get(gate);
        View dx = inputGradient == null ? null : gate == 0 ? inputGradient : spareInput;
        kernels.denseBackward(
                x.all(),
                weights.inputWeight(),
                ofInput,
                Activation.LINEAR,
                ofInput,
                weights.inputWeightGradient(),
                weights.inputBiasGradient(),
                dx);
        if (dx != null && gate > 0) {
            kernels.addScaled(1, spareInput, inputGradient);
        }
        kernels.denseBackward(
                formerStates,
                weights.stateWeight(),
                ofState,
                Activation.LINEAR,
                ofState,
                weights.stateWeightGradient(),
                weights.stateBiasGradient(),
                null);
    }
}
