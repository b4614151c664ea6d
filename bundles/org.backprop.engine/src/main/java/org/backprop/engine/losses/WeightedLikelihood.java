package org.backprop.engine.losses;

import java.util.List;
import java.util.OptionalDouble;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/**
 * Negative log likelihood or cross entropy with weights of classes and smoothed labels, as {@code torch.nn.NLLLoss} and
 * {@code CrossEntropyLoss}: {@code L = -sum_n,c q[n, c] logp[n, c] / sum_n w[target_n]}, where {@code q[n, c] = w[c]
 * ((1 - smoothing) [c = target_n] + smoothing / classes)}. A batch of weight 0 has loss 0, where PyTorch's is not a
 * number.
 */
final class WeightedLikelihood implements Loss {

    private final boolean ofLogits;
    private final float[] weights;

    /** Row t has q for target t. */
    private final float[] table;

    private final Program product;
    private final Program scaled;

    /**
     * A loss.
     *
     * @param ofLogits whether the output is logits rather than log-probabilities
     * @param classWeights a weight for each class; empty for 1
     * @throws IllegalArgumentException if there is another number of weights than of classes
     */
    WeightedLikelihood(boolean ofLogits, double smoothing, List<Double> classWeights, int classes) {
        if (!classWeights.isEmpty() && classWeights.size() != classes) {
            throw new IllegalArgumentException("class_weights has " + classWeights.size()
                    + " numbers, but the network has " + classes + " outputs");
        }
        this.ofLogits = ofLogits;
        weights = new float[classes];
        for (int i = 0; i < classes; i++) {
            weights[i] = classWeights.isEmpty() ? 1 : classWeights.get(i).floatValue();
        }
        table = new float[Math.multiplyExact(classes, classes)];
        for (int i = 0; i < table.length; i++) {
            double own = i / classes == i % classes ? 1 - smoothing : 0;
            table[i] = (float) (weights[i % classes] * (own + smoothing / classes));
        }
        Formula sum = new Formula();
        product = sum.sum(sum.operand().times(sum.operand())).program();
        Formula scale = new Formula();
        Term to = scale.operand();
        scaled = scale.set(to, to.times(scale.scalar())).program();
    }

    @Override
    public boolean takesLabels() {
        return true;
    }

    @Override
    public int workspace(int batch, int outputs) {
        return Math.multiplyExact(2 * batch, outputs);
    }

    @Override
    public BoundLoss bind(LossBinding views) {
        return new Bound(views);
    }

    private final class Bound implements BoundLoss {

        private final Kernels kernels;
        private final LossBinding views;
        private final View logProbabilities;
        private final View smoothed;
        private final View[] factors;
        private final View[] gradient;
        private final float[] labels;
        private final int[] rows;
        private final float[] scale = new float[1];
        private double weight;

        Bound(LossBinding views) {
            this.views = views;
            kernels = views.kernels();
            logProbabilities = ofLogits ? views.workspace(0) : views.output();
            smoothed = views.workspace(1);
            factors = new View[] {logProbabilities, smoothed};
            gradient = new View[] {views.gradient()};
            labels = new float[views.batch()];
            rows = new int[views.batch()];
        }

        @Override
        public double value() {
            weight = prepare(smoothed);
            return weight == 0 ? 0 : -kernels.evaluate(product, Program.NO_SCALARS, factors, null) / weight;
        }

        @Override
        public void gradient() {
            weight = prepare(views.gradient());
            scale[0] = weight == 0 ? 0 : (float) (-1 / weight);
            kernels.evaluate(scaled, scale, gradient, null);
            if (ofLogits) {
                kernels.activationBackward(
                        Activation.LOG_SOFTMAX, logProbabilities, views.gradient(), views.gradient());
            }
        }

        @Override
        public OptionalDouble weight() {
            return OptionalDouble.of(weight);
        }

        /** Writes q, computes the log-probabilities, and gives the batch's weight. */
        private double prepare(View to) {
            View targets = views.targets();
            targets.buffer().read(targets.offset(), labels, 0, labels.length);
            double sum = 0;
            for (int i = 0; i < labels.length; i++) {
                rows[i] = (int) labels[i];
                sum += weights[rows[i]];
            }
            kernels.gather(table, rows, 0, to);
            if (ofLogits) {
                kernels.activationForward(Activation.LOG_SOFTMAX, views.output(), logProbabilities);
            }
            return sum;
        }
    }
}
