package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.NormPass;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.engine.network.Parameter;
import org.backprop.model.Lamb;

/**
 * LAMB. You et al., ICLR 2020, arXiv:1904.00962, algorithm 2 with the identity for phi: the update of each tensor is
 * scaled to the norm of its weights.
 */
final class LambTransform implements GradientTransform {

    private final Lamb spec;
    private final Kernels kernels;
    private final List<Parameter> tensors;
    private final Program direction;
    private final float[] corrections = new float[2];
    private final View[] operands = new View[4];
    private final NormPass norms;
    private List<View> weights;
    private List<View> updates;

    LambTransform(Lamb spec, Kernels kernels, List<Parameter> tensors) {
        this.spec = spec;
        this.kernels = kernels;
        this.tensors = tensors;
        direction = direction(spec);
        norms = new NormPass(kernels);
    }

    /** Moves the moments, and puts the update before scaling in the gradient's place. */
    private static Program direction(Lamb spec) {
        Formula formula = new Formula();
        Term weight = formula.operand();
        Term gradient = formula.operand();
        Term mean = formula.operand();
        Term square = formula.operand();
        Term correction1 = formula.scalar();
        Term correction2 = formula.scalar();
        Term moved = mean.times(spec.beta1()).plus(gradient.times(1 - spec.beta1()));
        Term squared = square.times(spec.beta2()).plus(gradient.squared().times(1 - spec.beta2()));
        Term root = squared.sqrt().times(correction2).plus(spec.epsilon());
        return formula.set(mean, moved)
                .set(square, squared)
                .set(
                        gradient,
                        weight.times(spec.weightDecay())
                                .plus(moved.times(correction1).over(root)))
                .program();
    }

    @Override
    public List<String> slots() {
        return List.of("exp_avg", "exp_avg_sq");
    }

    @Override
    public void update(
            long step, double learningRate, View parameters, View gradient, List<View> slots, UpdateNorms wanted) {
        if (weights == null) {
            weights = TensorViews.of(tensors, parameters);
            updates = TensorViews.of(tensors, gradient);
        }
        norms.before(wanted, parameters, gradient);
        corrections[0] = (float) UpdateRule.unbiased(spec.beta1(), step);
        corrections[1] = (float) Math.sqrt(UpdateRule.unbiased(spec.beta2(), step));
        operands[0] = parameters;
        operands[1] = gradient;
        operands[2] = slots.get(0);
        operands[3] = slots.get(1);
        kernels.evaluate(direction, corrections, operands, null);
        for (int i = 0; i < weights.size(); i++) {
            double weightNorm = Math.sqrt(kernels.squaredNorm(weights.get(i)));
            double updateNorm = Math.sqrt(kernels.squaredNorm(updates.get(i)));
            double trust = weightNorm > 0 && updateNorm > 0 ? weightNorm / updateNorm : 1;
            kernels.addScaled((float) (-learningRate * trust), updates.get(i), weights.get(i));
        }
        norms.after(wanted, parameters);
    }
}
