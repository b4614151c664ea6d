package org.backprop.engine.optimizers;

import java.util.List;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.NormPass;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Parameter;
import org.backprop.model.Adafactor;

/**
 * Adafactor as {@code torch.optim.Adafactor}. Shazeer, Stern, ICML 2018, arXiv:1804.04235. Its slot holds, at the
 * beginning of each matrix's place, the second moments of its rows and then of its columns.
 */
final class AdafactorTransform implements GradientTransform {

    private final Adafactor spec;
    private final Kernels kernels;
    private final List<Parameter> tensors;
    private final NormPass norms;
    private List<View> weights;
    private List<View> updates;
    private List<SecondMoments> moments;

    AdafactorTransform(Adafactor spec, Kernels kernels, List<Parameter> tensors) {
        this.spec = spec;
        this.kernels = kernels;
        this.tensors = tensors;
        norms = new NormPass(kernels);
    }

    @Override
    public List<String> slots() {
        return List.of("variance");
    }

    @Override
    public boolean slotsAreByParameter() {
        return false;
    }

    @Override
    public void update(
            long step, double learningRate, View parameters, View gradient, List<View> slots, UpdateNorms wanted) {
        if (weights == null) {
            weights = TensorViews.of(tensors, parameters);
            updates = TensorViews.of(tensors, gradient);
            int most = tensors.stream().mapToInt(Parameter::length).max().orElseThrow();
            SecondMomentFormulas formulas = new SecondMomentFormulas(kernels, most, spec.epsilon1());
            moments = tensors.stream()
                    .map(tensor -> new SecondMoments(formulas, tensor, gradient, slots.getFirst()))
                    .toList();
        }
        norms.before(wanted, parameters, gradient);
        double newest = Math.pow(step, spec.beta2Decay());
        double relative = Math.min(learningRate, 1 / Math.sqrt(step));
        for (int i = 0; i < weights.size(); i++) {
            View weight = weights.get(i);
            double root = Math.sqrt(weight.length());
            double rate = Math.max(spec.epsilon2(), Math.sqrt(kernels.squaredNorm(weight)) / root) * relative;
            double norm = Math.sqrt(moments.get(i).scale(newest));
            kernels.addScaled((float) (-learningRate * spec.weightDecay()), weight, weight);
            double clipped = Math.max(1, norm / (root * spec.clipping()));
            kernels.addScaled((float) (-rate / clipped), updates.get(i), weight);
        }
        norms.after(wanted, parameters);
    }
}
