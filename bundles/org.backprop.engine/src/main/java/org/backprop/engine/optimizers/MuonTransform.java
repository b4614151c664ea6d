package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.AdamStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.NormPass;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.engine.network.Parameter;
import org.backprop.model.Muon;

/**
 * Muon as {@code torch.optim.Muon}, but in float32 throughout: the momentum of each matrix is made orthogonal by
 * Newton-Schulz iterations. Vectors are trained by AdamW. Jordan et al. 2024, "Muon: an optimizer for hidden layers".
 */
final class MuonTransform implements GradientTransform {

    private static final AdamStep VECTORS = new AdamStep(0.9, 0.999, 1e-8, 0, true);
    private static final double LEAST_NORM = 1e-7;

    private final Muon spec;
    private final Kernels kernels;
    private final List<Parameter> tensors;
    private final Program momentum;
    private final NormPass norms;
    private final View[] operands = new View[2];
    private List<Tensor> views;

    /**
     * Where a tensor, its gradient and its slots lie.
     *
     * @param orthogonalization of the gradient of a matrix; null for a vector
     */
    private record Tensor(View weight, View gradient, View buffer, View square, Orthogonalization orthogonalization) {}

    MuonTransform(Muon spec, Kernels kernels, List<Parameter> tensors) {
        this.spec = spec;
        this.kernels = kernels;
        this.tensors = tensors;
        momentum = momentum(spec);
        norms = new NormPass(kernels);
    }

    /** Moves the buffer, and puts what is to be made orthogonal in the gradient's place. */
    private static Program momentum(Muon spec) {
        Formula formula = new Formula();
        Term gradient = formula.operand();
        Term buffer = formula.operand();
        double rest = 1 - spec.momentum();
        Term moved = buffer.times(spec.momentum()).plus(gradient.times(rest));
        Term ahead = spec.nesterov() ? gradient.times(rest).plus(moved.times(spec.momentum())) : moved;
        return formula.set(buffer, moved).set(gradient, ahead).program();
    }

    @Override
    public List<String> slots() {
        return List.of("momentum_buffer", "exp_avg_sq");
    }

    @Override
    public void update(
            long step, double learningRate, View parameters, View gradient, List<View> slots, UpdateNorms wanted) {
        if (views == null) {
            views = tensors.stream()
                    .map(tensor -> tensor(tensor, parameters, gradient, slots))
                    .toList();
        }
        norms.before(wanted, parameters, gradient);
        for (int i = 0; i < views.size(); i++) {
            Tensor tensor = views.get(i);
            if (tensor.orthogonalization() != null) {
                updateMatrix(tensor, learningRate);
            } else {
                double rate = learningRate * spec.vectorLearningRate() / spec.learningRate();
                kernels.adam(
                        VECTORS,
                        rate,
                        step,
                        tensor.weight(),
                        tensor.gradient(),
                        tensor.buffer(),
                        tensor.square(),
                        null);
            }
        }
        norms.after(wanted, parameters);
    }

    private Tensor tensor(Parameter tensor, View parameters, View gradient, List<View> slots) {
        View matrix = TensorViews.of(tensor, gradient);
        return new Tensor(
                TensorViews.of(tensor, parameters),
                matrix,
                TensorViews.of(tensor, slots.get(0)),
                TensorViews.of(tensor, slots.get(1)),
                TensorViews.isMatrix(tensor) ? new Orthogonalization(kernels, spec.iterations(), matrix) : null);
    }

    private void updateMatrix(Tensor tensor, double learningRate) {
        operands[0] = tensor.gradient();
        operands[1] = tensor.buffer();
        kernels.evaluate(momentum, Program.NO_SCALARS, operands, null);
        double norm = Math.sqrt(kernels.squaredNorm(tensor.gradient()));
        tensor.orthogonalization().run((float) (1 / Math.max(norm, LEAST_NORM)));
        double shape = Math.sqrt(
                Math.max(1, (double) tensor.weight().rows() / tensor.weight().columns()));
        View weight = tensor.weight();
        kernels.addScaled((float) (-learningRate * spec.weightDecay()), weight, weight);
        kernels.addScaled((float) (-learningRate * shape), tensor.gradient(), weight);
    }
}
