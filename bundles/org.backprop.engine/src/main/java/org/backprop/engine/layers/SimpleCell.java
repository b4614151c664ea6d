package org.backprop.engine.layers;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;

/** {@code h_t = tanh(Wi x_t + bi + Wh h_(t-1) + bh)}, as {@code torch.nn.RNN}. Elman 1990. */
final class SimpleCell implements RecurrentCell {

    private final Kernels kernels;
    private final RecurrentMemory memory;

    /** What the inputs contribute; after the way back the gradient before the tanh. */
    private final Steps inputs;

    SimpleCell(Kernels kernels, RecurrentMemory memory, Carver workspace) {
        this.kernels = kernels;
        this.memory = memory;
        RecurrentShape shape = memory.shape();
        inputs = Steps.of(workspace.next(shape.steps() * memory.batch(), shape.units()), shape.steps());
    }

    static int size(RecurrentShape shape) {
        return Math.multiplyExact(shape.steps(), shape.units());
    }

    @Override
    public void readInputs() {
        memory.readInputs(kernels, 0, inputs.all());
    }

    @Override
    public void step(int t) {
        memory.readState(kernels, 0, t, memory.spare());
        kernels.add(
                inputs.at(t), memory.spare(), Activation.TANH, memory.states().at(t + 1));
    }

    @Override
    public void stepBack(int t) {
        kernels.activationBackward(Activation.TANH, memory.states().at(t + 1), memory.stateGradient(), inputs.at(t));
        memory.setStateGradient(kernels, 0, inputs.at(t));
    }

    @Override
    public void finishBack() {
        memory.finish(kernels, 0, inputs.all(), inputs.all());
    }
}
