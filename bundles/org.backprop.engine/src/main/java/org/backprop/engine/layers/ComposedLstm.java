package org.backprop.engine.layers;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.LstmShape;
import org.backprop.engine.kernels.View;
import org.backprop.model.Shape;
import org.backprop.model.TorchInitializer;

/**
 * Long short-term memory made of other operations of the kernels: for kernels that know the derivatives of those.
 * Arguments are those of {@link Kernels#lstmForward} and {@link Kernels#lstmBackward}.
 */
public final class ComposedLstm {

    private ComposedLstm() {}

    /** Elements that are needed between the passes. */
    public static int workspace(LstmShape shape, View x) {
        return definition(shape, true).workspace(x.rows());
    }

    private static Recurrent definition(LstmShape shape, boolean bias) {
        RecurrentShape recurrent = new RecurrentShape(
                LstmCell.GATES,
                shape.steps(),
                shape.inputs(),
                shape.units(),
                shape.sequences(),
                bias,
                new TorchInitializer(),
                new TorchInitializer());
        Shape output = shape.sequences() ? Shape.of(shape.steps(), shape.units()) : Shape.of(shape.units());
        return new Recurrent(recurrent, LstmCell.size(recurrent), LstmCell::new, output);
    }

    /** The forward pass, bound to views. */
    public static Runnable forward(
            Kernels kernels,
            LstmShape shape,
            View x,
            View inputWeight,
            View stateWeight,
            View inputBias,
            View stateBias,
            Buffer workspace,
            View y) {
        List<View> parameters = present(inputWeight, stateWeight, inputBias, stateBias);
        Layer layer = definition(shape, inputBias != null)
                .bind(kernels, binding(x, y, null, null, parameters, parameters, workspace));
        return () -> layer.forward(Pass.INFERENCE);
    }

    /** The backward pass, bound to views; it reads no biases. */
    public static Runnable backward(
            Kernels kernels,
            LstmShape shape,
            View x,
            View inputWeight,
            View stateWeight,
            View y,
            View dy,
            View inputWeightGradient,
            View stateWeightGradient,
            View biasGradient,
            View dx,
            Buffer workspace) {
        List<View> gradients = present(inputWeightGradient, stateWeightGradient, biasGradient, biasGradient);
        List<View> parameters = present(inputWeight, stateWeight, biasGradient, biasGradient);
        Layer layer = definition(shape, biasGradient != null)
                .bind(kernels, binding(x, y, dy, dx, parameters, gradients, workspace));
        return () -> layer.backward(Pass.INFERENCE);
    }

    private static List<View> present(View... views) {
        return Stream.of(views).filter(view -> view != null).toList();
    }

    private static Binding binding(
            View x, View y, View dy, View dx, List<View> parameters, List<View> gradients, Buffer workspace) {
        View memory = workspace.view(0, 1, Math.toIntExact(workspace.length()));
        return new Binding(
                List.of(x), y, Collections.singletonList(dx), dy, false, parameters, gradients, List.of(), memory);
    }
}
