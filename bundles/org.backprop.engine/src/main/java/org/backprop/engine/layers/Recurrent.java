package org.backprop.engine.layers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;
import org.backprop.model.GruLayer;
import org.backprop.model.Shape;
import org.backprop.model.SimpleRnnLayer;

/**
 * A recurrent layer from a state of zeros, through all steps of a sequence and back.
 *
 * @param cellSize elements that the cell needs for each sample
 */
record Recurrent(RecurrentShape shape, int cellSize, RecurrentCell.Factory cell, Shape output)
        implements LayerDefinition {

    static Recurrent of(SimpleRnnLayer spec, Shape input, Shape output) {
        RecurrentShape shape = RecurrentShape.of(spec, input);
        return new Recurrent(shape, SimpleCell.size(shape), SimpleCell::new, output);
    }

    static Recurrent of(GruLayer spec, Shape input, Shape output) {
        RecurrentShape shape = RecurrentShape.of(spec, input);
        return new Recurrent(shape, GruCell.size(shape), GruCell::new, output);
    }

    @Override
    public List<ParameterShape> parameters() {
        return shape.parameters();
    }

    /** The memory of the sequence and of the cell, and the output's gradient step by step. */
    @Override
    public int workspace(int batch) {
        int steps = Math.multiplyExact(batch, Math.multiplyExact(shape.steps(), shape.units()));
        return Math.addExact(
                Math.addExact(RecurrentMemory.size(shape, batch), Math.multiplyExact(batch, cellSize)), steps);
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(false, false, false);
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        Carver workspace = new Carver(binding.workspace());
        RecurrentMemory memory = RecurrentMemory.of(shape, binding, workspace);
        RecurrentCell bound = cell.bind(kernels, memory, workspace);
        int batch = memory.batch();
        View gradients = workspace.next(shape.steps() * batch, shape.units());
        return new Bound(
                kernels,
                memory,
                bound,
                binding,
                Steps.of(gradients, shape.steps()),
                Copies.stepMajor(batch, shape.steps(), shape.features()),
                Copies.stepMajor(batch, shape.steps(), shape.units()));
    }

    /**
     * @param gradients of the outputs of all steps, {@code [T, n, H]}
     * @param ofInputs brings inputs into the order of steps
     * @param ofStates brings states into the order of steps
     */
    private record Bound(
            Kernels kernels,
            RecurrentMemory memory,
            RecurrentCell cell,
            Binding views,
            Steps gradients,
            Rearrangement ofInputs,
            Rearrangement ofStates,
            Rearrangement toInputs,
            Rearrangement toStates,
            View outputs)
            implements Layer {

        Bound(
                Kernels kernels,
                RecurrentMemory memory,
                RecurrentCell cell,
                Binding views,
                Steps gradients,
                Rearrangement ofInputs,
                Rearrangement ofStates) {
            this(
                    kernels,
                    memory,
                    cell,
                    views,
                    gradients,
                    ofInputs,
                    ofStates,
                    ofInputs.back(false),
                    ofStates.back(false),
                    behindFirst(memory));
        }

        /** The states after the steps. */
        private static View behindFirst(RecurrentMemory memory) {
            View second = memory.states().at(1);
            return second.buffer()
                    .view(
                            second.offset(),
                            memory.formerStates().rows(),
                            memory.formerStates().columns());
        }

        @Override
        public void forward(Pass pass) {
            int steps = memory.shape().steps();
            kernels.rearrange(ofInputs, views.input(), memory.x().all());
            kernels.fill(memory.states().at(0), 0);
            cell.readInputs();
            for (int t = 0; t < steps; t++) {
                cell.step(t);
            }
            if (memory.shape().sequences()) {
                kernels.rearrange(toStates, outputs, views.output());
            } else {
                kernels.copy(memory.states().at(steps), views.output());
            }
        }

        @Override
        public void backward(Pass pass) {
            int last = memory.shape().steps() - 1;
            boolean sequences = memory.shape().sequences();
            if (sequences) {
                kernels.rearrange(ofStates, views.outputGradient(), gradients.all());
            }
            memory.transpose(kernels);
            kernels.copy(sequences ? gradients.at(last) : views.outputGradient(), memory.stateGradient());
            for (int t = last; t >= 0; t--) {
                cell.stepBack(t);
                if (sequences && t > 0) {
                    kernels.addScaled(1, gradients.at(t - 1), memory.stateGradient());
                }
            }
            cell.finishBack();
            if (views.inputGradient() != null) {
                kernels.rearrange(toInputs, memory.inputGradient(), views.inputGradient());
            }
        }
    }
}
