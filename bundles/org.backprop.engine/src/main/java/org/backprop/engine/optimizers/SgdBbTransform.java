package org.backprop.engine.optimizers;

import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;
import org.backprop.model.SgdBb;

/**
 * SGD with the step sizes of Barzilai and Borwein. Tan, Ma, Dai, Qian, NIPS 2016, arXiv:1605.04131, algorithm 2. The rate
 * that it is given, by a schedule, scales the step in proportion to the rate of the model.
 */
final class SgdBbTransform implements GradientTransform {

    private static final String STEP = "sgd_bb.step";
    private static final double AVERAGED = 10;
    private static final double GREATEST_BETA = 0.5;

    /** The cosine between the changes of weights and gradient below which float32 cannot tell it from 0. */
    private static final double LEAST_COSINE = 1e-6;

    private final SgdBb spec;
    private final Kernels kernels;
    private final int updatesPerEpoch;
    private final float[] weights;
    private final Program average = average();
    private final Program squares = product(false);
    private final Program product = product(true);
    private final View[] two = new View[2];
    private final View[] four = new View[4];
    private double step;

    SgdBbTransform(SgdBb spec, Kernels kernels, int updatesPerEpoch) {
        this.spec = spec;
        this.kernels = kernels;
        this.updatesPerEpoch = updatesPerEpoch;
        double beta = spec.beta().orElse(Math.min(GREATEST_BETA, AVERAGED / updatesPerEpoch));
        weights = new float[] {(float) (1 - beta), (float) beta};
        step = spec.learningRate();
    }

    private static Program average() {
        Formula formula = new Formula();
        Term mean = formula.operand();
        Term kept = mean.times(formula.scalar());
        return formula.set(mean, kept.plus(formula.operand().times(formula.scalar())))
                .program();
    }

    /** The sum of {@code (a - b) (c - d)}, or of {@code (a - b)^2}. */
    private static Program product(boolean two) {
        Formula formula = new Formula();
        Term change = formula.operand().minus(formula.operand());
        Term other = two ? formula.operand().minus(formula.operand()) : change;
        return formula.sum(change.times(other)).program();
    }

    @Override
    public List<String> slots() {
        return List.of("grad_avg", "prev_grad_avg", "prev_param");
    }

    @Override
    public void update(
            long number, double learningRate, View parameters, View gradient, List<View> slots, UpdateNorms norms) {
        if ((number - 1) % updatesPerEpoch == 0) {
            begin((number - 1) / updatesPerEpoch, parameters, slots.get(0), slots.get(1), slots.get(2));
        }
        two[0] = slots.get(0);
        two[1] = gradient;
        kernels.evaluate(average, weights, two, null);
        kernels.sgd(SgdTransform.PLAIN, stepSize(learningRate), number, parameters, gradient, null, norms);
    }

    @Override
    public double stepSize(double learningRate) {
        return step * learningRate / spec.learningRate();
    }

    private void begin(long completedEpochs, View parameters, View mean, View previousMean, View previous) {
        if (completedEpochs > 1) {
            resize(parameters, previous, mean, previousMean);
        }
        kernels.copy(parameters, previous);
        kernels.copy(mean, previousMean);
        kernels.fill(mean, 0);
    }

    /** Takes the new step from the changes; keeps the old one where they do not give any. */
    private void resize(View parameters, View previous, View mean, View previousMean) {
        four[0] = parameters;
        four[1] = previous;
        four[2] = mean;
        four[3] = previousMean;
        double curvature = Math.abs(kernels.evaluate(product, Program.NO_SCALARS, four, null));
        double moved = squaredDistance(parameters, previous);
        double turned = squaredDistance(mean, previousMean);
        double next = moved / curvature / updatesPerEpoch;
        if (curvature > LEAST_COSINE * Math.sqrt(moved * turned) && next > 0 && next < Double.POSITIVE_INFINITY) {
            step = Math.min(next, spec.maxGrowth() * step);
        }
    }

    private double squaredDistance(View a, View b) {
        two[0] = a;
        two[1] = b;
        return kernels.evaluate(squares, Program.NO_SCALARS, two, null);
    }

    @Override
    public Map<String, Double> numbers() {
        return Map.of(STEP, step);
    }

    @Override
    public void restore(Map<String, Double> numbers) {
        step = numbers.getOrDefault(STEP, step);
    }
}
