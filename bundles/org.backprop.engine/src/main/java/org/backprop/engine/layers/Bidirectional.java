package org.backprop.engine.layers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;
import org.backprop.model.BidirectionalLayer;
import org.backprop.model.Shape;

/**
 * Two recurrent layers over a sequence, the second of which reads it from its end. Parameters are named as in PyTorch: those
 * of the second end with {@code _reverse}.
 *
 * @param direction the layer of each direction
 */
record Bidirectional(BidirectionalLayer spec, LayerDefinition direction, Shape input, Shape output)
        implements LayerDefinition {

    @Override
    public List<ParameterShape> parameters() {
        List<ParameterShape> parameters = new ArrayList<>(direction.parameters());
        for (ParameterShape shape : direction.parameters()) {
            parameters.add(new ParameterShape(shape.role() + "_reverse", shape.shape(), shape.initializer()));
        }
        return parameters;
    }

    /** The workspaces of both directions, the reversed input, three outputs, and the gradients of these. */
    @Override
    public int workspace(int batch) {
        int views = Math.addExact(Math.multiplyExact(2, Sizes.of(input)), Math.multiplyExact(6, Sizes.of(one())));
        return Math.addExact(Math.multiplyExact(2, direction.workspace(batch)), Math.multiplyExact(batch, views));
    }

    private Shape one() {
        return direction.output();
    }

    @Override
    public BackwardPass backwardPass() {
        return new BackwardPass(direction.backwardPass().readsInputs(), false, false);
    }

    @Override
    public Layer bind(Kernels kernels, Binding binding) {
        int batch = binding.input().rows();
        int size = Sizes.of(one());
        Carver workspace = new Carver(binding.workspace());
        View reversed = workspace.next(batch, Sizes.of(input));
        View reversedGradient = workspace.next(batch, Sizes.of(input));
        Outputs first = Outputs.of(workspace, batch, size);
        Outputs second = Outputs.of(workspace, batch, size);
        boolean sequences = spec.layer().returnSequences();
        Outputs aligned = sequences ? Outputs.of(workspace, batch, size) : second;
        boolean needed = binding.inputGradient() != null;
        int steps = input.dims().getFirst();
        return new Bound(
                kernels,
                binding,
                direction.bind(
                        kernels, direction(binding, 0, binding.input(), binding.inputGradient(), first, workspace)),
                direction.bind(
                        kernels, direction(binding, 1, reversed, needed ? reversedGradient : null, second, workspace)),
                Merging.of(
                        spec.merge(),
                        kernels,
                        binding,
                        first,
                        aligned,
                        spec.layer().units()),
                Copies.reversed(batch, steps, input.dims().getLast()),
                sequences ? Copies.reversed(batch, steps, spec.layer().units()) : null,
                reversed,
                reversedGradient,
                second,
                aligned);
    }

    private Binding direction(Binding binding, int number, View x, View dx, Outputs outputs, Carver workspace) {
        int count = direction.parameters().size();
        return new Binding(
                List.of(x),
                outputs.values(),
                Collections.singletonList(dx),
                outputs.gradients(),
                false,
                binding.parameters().subList(number * count, (number + 1) * count),
                binding.gradients().subList(number * count, (number + 1) * count),
                List.of(),
                workspace.next(1, direction.workspace(x.rows())));
    }

    /** Outputs of a direction and the gradient with respect to them. */
    record Outputs(View values, View gradients) {

        private static Outputs of(Carver workspace, int batch, int size) {
            return new Outputs(workspace.next(batch, size), workspace.next(batch, size));
        }
    }

    /**
     * @param ofInputs turns the steps of inputs round
     * @param ofOutputs the same of outputs; null if there is only that of the last step
     * @param second outputs of the second direction, as it read the steps
     * @param aligned the same in the order of the sequence
     */
    private record Bound(
            Kernels kernels,
            Binding views,
            Layer forwards,
            Layer backwards,
            Merging merging,
            Rearrangement ofInputs,
            Rearrangement ofOutputs,
            View reversed,
            View reversedGradient,
            Outputs second,
            Outputs aligned)
            implements Layer {

        @Override
        public void forward(Pass pass) {
            kernels.rearrange(ofInputs, views.input(), reversed);
            forwards.forward(pass);
            backwards.forward(pass);
            if (ofOutputs != null) {
                kernels.rearrange(ofOutputs, second.values(), aligned.values());
            }
            merging.forward();
        }

        @Override
        public void backward(Pass pass) {
            merging.backward();
            if (ofOutputs != null) {
                kernels.rearrange(ofOutputs, aligned.gradients(), second.gradients());
            }
            forwards.backward(pass);
            backwards.backward(pass);
            if (views.inputGradient() != null) {
                kernels.rearrange(ofInputs, reversedGradient, reversed);
                kernels.addScaled(1, reversed, views.inputGradient());
            }
        }
    }
}
