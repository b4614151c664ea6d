package org.backprop.engine.layers;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.BatchNormStep;
import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/**
 * Batch normalization while training, made of other operations of the kernels: for kernels that know the derivatives of
 * those. It leaves the running statistics alone. Arguments are those of {@link Kernels#batchNormForward} and {@link
 * Kernels#batchNormBackward}.
 */
public final class ComposedBatchNorm {

    private static final Program SCALED = scaled();
    private static final Program INVERSE_DEVIATION = inverseDeviation();
    private static final Program SQUARED_DISTANCE = squaredDistance();
    private static final Program STANDARDIZED = standardized();
    private static final Program LESS_MEAN = lessMean();
    private static final Program LESS_PROJECTION = lessProjection();

    private final Kernels kernels;
    private final View mean;
    private final View inverseDeviation;
    private final View first;
    private final View second;
    private final View sum;
    private final View otherSum;
    private final FeatureSums sums;
    private final Rearrangement spread;
    private final float[] share;
    private final float[] shareAndEpsilon;

    private ComposedBatchNorm(Kernels kernels, BatchNormStep step, View x, View saved, Buffer workspace) {
        this.kernels = kernels;
        int channels = step.channels();
        int inner = x.columns() / channels;
        mean = saved.buffer().view(saved.offset(), 1, channels);
        inverseDeviation = saved.buffer().view(saved.offset() + channels, 1, channels);
        Carver carver = new Carver(workspace.view(0, 1, Math.toIntExact(workspace(step, x))));
        first = carver.next(x.rows(), x.columns());
        second = carver.next(x.rows(), x.columns());
        sum = carver.next(1, channels);
        otherSum = carver.next(1, channels);
        View ones = carver.next(1, FeatureSums.workspace(x.length(), channels, inner));
        sums = new FeatureSums(kernels, x.length(), channels, inner, workspace, ones.offset());
        spread = Copies.spread(x.rows(), channels, inner, true);
        share = new float[] {(float) channels / x.length()};
        shareAndEpsilon = new float[] {share[0], (float) step.epsilon()};
    }

    /** Elements that are needed while either pass computes, but not between them. */
    public static long workspace(BatchNormStep step, View x) {
        int channels = step.channels();
        return 2L * (x.length() + channels) + FeatureSums.workspace(x.length(), channels, x.columns() / channels);
    }

    private static Program scaled() {
        Formula formula = new Formula();
        Term x = formula.operand();
        return formula.set(x, x.times(formula.scalar())).program();
    }

    private static Program inverseDeviation() {
        Formula formula = new Formula();
        Term squares = formula.operand();
        Term variance = squares.times(formula.scalar()).plus(formula.scalar());
        return formula.set(squares, variance.sqrt().reciprocal()).program();
    }

    private static Program squaredDistance() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term mean = formula.operand();
        Term to = formula.operand();
        return formula.set(to, x.minus(mean).squared()).program();
    }

    private static Program standardized() {
        Formula formula = new Formula();
        Term x = formula.operand();
        Term mean = formula.operand();
        Term inverseDeviation = formula.operand();
        return formula.set(mean, x.minus(mean).times(inverseDeviation)).program();
    }

    private static Program lessMean() {
        Formula formula = new Formula();
        Term dy = formula.operand();
        Term sum = formula.operand();
        Term dx = formula.operand();
        return formula.set(dx, dy.minus(sum.times(formula.scalar()))).program();
    }

    private static Program lessProjection() {
        Formula formula = new Formula();
        Term standardized = formula.operand();
        Term sum = formula.operand();
        Term dx = formula.operand();
        return formula.set(dx, dx.minus(standardized.times(sum).times(formula.scalar())))
                .program();
    }

    /** The forward pass, bound to views. */
    public static Runnable forward(
            Kernels kernels,
            BatchNormStep step,
            View x,
            View gamma,
            View beta,
            View saved,
            Activation activation,
            View y,
            Buffer workspace) {
        return new ComposedBatchNorm(kernels, step, x, saved, workspace).forward(x, gamma, beta, activation, y);
    }

    private Runnable forward(View x, View gamma, View beta, Activation activation, View y) {
        Runnable mean = sums.bind(x, this.mean);
        View[] means = {this.mean};
        View[] distance = {x, first, second};
        Runnable variance = sums.bind(second, inverseDeviation);
        View[] variances = {inverseDeviation};
        View[] standardized = {x, first, second};
        Runnable scaled = Products.bind(kernels, first, second, y);
        return () -> {
            mean.run();
            kernels.evaluate(SCALED, share, means, null);
            kernels.rearrange(spread, this.mean, first);
            kernels.evaluate(SQUARED_DISTANCE, Program.NO_SCALARS, distance, null);
            variance.run();
            kernels.evaluate(INVERSE_DEVIATION, shareAndEpsilon, variances, null);
            kernels.rearrange(spread, inverseDeviation, second);
            kernels.evaluate(STANDARDIZED, Program.NO_SCALARS, standardized, null);
            if (gamma == null) {
                kernels.copy(first, y);
            } else {
                kernels.rearrange(spread, gamma, second);
                scaled.run();
            }
            if (beta != null) {
                kernels.rearrange(spread, beta, second);
                kernels.add(y, second, Activation.LINEAR, y);
            }
            kernels.activationForward(activation, y, y);
        };
    }

    /** The backward pass, bound to views. */
    public static Runnable backward(
            Kernels kernels,
            BatchNormStep step,
            View x,
            View gamma,
            View saved,
            View y,
            Activation activation,
            View dy,
            View gammaGradient,
            View betaGradient,
            View dx,
            Buffer workspace) {
        ComposedBatchNorm composed = new ComposedBatchNorm(kernels, step, x, saved, workspace);
        Runnable parameters = composed.parameterGradients(x, dy, gammaGradient, betaGradient);
        Runnable input = dx == null ? () -> {} : composed.inputGradient(gamma, dy, dx);
        return () -> {
            kernels.activationBackward(activation, y, dy, dy);
            parameters.run();
            input.run();
        };
    }

    /** Leaves the standardized input in the first part of the workspace, and the two sums. */
    private Runnable parameterGradients(View x, View dy, View gammaGradient, View betaGradient) {
        View[] standardized = {x, first, second};
        Runnable ofBeta = sums.bind(dy, sum);
        Runnable product = Products.bind(kernels, first, dy, second);
        Runnable ofGamma = sums.bind(second, otherSum);
        return () -> {
            kernels.rearrange(spread, mean, first);
            kernels.rearrange(spread, inverseDeviation, second);
            kernels.evaluate(STANDARDIZED, Program.NO_SCALARS, standardized, null);
            ofBeta.run();
            product.run();
            ofGamma.run();
            if (betaGradient != null) {
                kernels.copy(sum, betaGradient);
            }
            if (gammaGradient != null) {
                kernels.copy(otherSum, gammaGradient);
            }
        };
    }

    private Runnable inputGradient(View gamma, View dy, View dx) {
        View[] lessMean = {dy, second, dx};
        View[] lessProjection = {first, second, dx};
        Runnable scaled = Products.bind(kernels, dx, second, dx);
        return () -> {
            kernels.rearrange(spread, sum, second);
            kernels.evaluate(LESS_MEAN, share, lessMean, null);
            kernels.rearrange(spread, otherSum, second);
            kernels.evaluate(LESS_PROJECTION, share, lessProjection, null);
            kernels.rearrange(spread, inverseDeviation, second);
            scaled.run();
            if (gamma != null) {
                kernels.rearrange(spread, gamma, second);
                scaled.run();
            }
        };
    }
}
