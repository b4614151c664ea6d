package org.backprop.engine.layers;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.BatchNormStep;
import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.GroupNormStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.Scaling;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Formula;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.kernels.formula.Term;

/**
 * Batch normalization while training and group normalization, made of other operations of the kernels: for kernels that
 * know the derivatives of those. Running statistics stay as they are. Arguments are those of {@link
 * Kernels#batchNormForward}, {@link Kernels#groupNormForward} and their gradients.
 */
public final class ComposedNormalization {

    private static final Program INVERSE_DEVIATION = inverseDeviation();
    private static final Program SQUARED_DISTANCE = squaredDistance();
    private static final Program STANDARDIZED = standardized();
    private static final Program LESS_MEAN = lessMean();
    private static final Program LESS_PROJECTION = lessProjection();
    private static final Runnable NOTHING = () -> {};

    private final Kernels kernels;
    private final View x;
    private final View mean;
    private final View inverseDeviation;
    private final View standardized;
    private final View spare;
    private final View sum;
    private final View otherSum;
    private final FeatureSums sumsOfGroups;
    private final FeatureSums sumsOfFeatures;
    private final Rearrangement spreadGroups;
    private final Rearrangement spreadFeatures;
    private final float[] share;
    private final float[] shareAndEpsilon;

    /** How elements belong to groups or features: they lie as {@code [outer, count, inner]}. */
    private record Layout(int elements, int count, int inner) {

        int outer() {
            return elements / count / inner;
        }

        int workspace() {
            return FeatureSums.workspace(elements, count, inner);
        }

        FeatureSums sums(Kernels kernels, View workspace) {
            return new FeatureSums(kernels, elements, count, inner, workspace.buffer(), workspace.offset());
        }

        Rearrangement spread() {
            return Copies.spread(outer(), count, inner, true);
        }
    }

    private ComposedNormalization(
            Kernels kernels, Layout groups, Layout features, double epsilon, View x, View saved, Buffer workspace) {
        this.kernels = kernels;
        this.x = x;
        mean = saved.buffer().view(saved.offset(), 1, groups.count());
        inverseDeviation = saved.buffer().view(saved.offset() + groups.count(), 1, groups.count());
        Carver carver = new Carver(workspace.view(0, 1, Math.toIntExact(workspace.length())));
        standardized = carver.next(x.rows(), x.columns());
        spare = carver.next(x.rows(), x.columns());
        sum = carver.next(1, groups.count());
        otherSum = carver.next(1, groups.count());
        sumsOfGroups = groups.sums(kernels, carver.next(1, groups.workspace()));
        sumsOfFeatures = features.sums(kernels, carver.next(1, features.workspace()));
        spreadGroups = groups.spread();
        spreadFeatures = features.spread();
        share = new float[] {(float) groups.count() / x.length()};
        shareAndEpsilon = new float[] {share[0], (float) epsilon};
    }

    /** Batch normalization in a {@link #workspace(BatchNormStep, View) workspace}. */
    public static ComposedNormalization of(Kernels kernels, BatchNormStep step, View x, View saved, Buffer workspace) {
        Layout channels = channels(step, x);
        return new ComposedNormalization(kernels, channels, channels, step.epsilon(), x, saved, workspace);
    }

    /** Group normalization in a {@link #workspace(GroupNormStep, View) workspace}. */
    public static ComposedNormalization of(Kernels kernels, GroupNormStep step, View x, View saved, Buffer workspace) {
        return new ComposedNormalization(
                kernels, groups(step, x), features(step, x), step.epsilon(), x, saved, workspace);
    }

    private static Layout channels(BatchNormStep step, View x) {
        return new Layout(x.length(), step.channels(), x.columns() / step.channels());
    }

    private static Layout groups(GroupNormStep step, View x) {
        return new Layout(x.length(), x.rows() * step.groups(), step.length(x.columns()));
    }

    private static Layout features(GroupNormStep step, View x) {
        return new Layout(x.length(), step.features(), step.inner());
    }

    /** Elements that are needed while a pass computes, but not between the passes. */
    public static long workspace(BatchNormStep step, View x) {
        return workspace(channels(step, x), channels(step, x));
    }

    /** As {@link #workspace(BatchNormStep, View)}. */
    public static long workspace(GroupNormStep step, View x) {
        return workspace(groups(step, x), features(step, x));
    }

    private static long workspace(Layout groups, Layout features) {
        return 2L * (groups.elements() + groups.count()) + groups.workspace() + features.workspace();
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
        Term sum = formula.operand();
        Term dx = formula.operand();
        return formula.set(dx, dx.minus(sum.times(formula.scalar()))).program();
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
    public Runnable forward(View gamma, View beta, Activation activation, View y) {
        Runnable means = sumsOfGroups.bind(x, mean);
        Scaling scaling = new Scaling(kernels);
        View[] distance = {x, standardized, spare};
        Runnable variances = sumsOfGroups.bind(spare, inverseDeviation);
        View[] ofVariance = {inverseDeviation};
        Runnable standardize = standardize();
        Runnable scaled = scaled(gamma, standardized, y);
        return () -> {
            means.run();
            scaling.scale(mean, share[0]);
            kernels.rearrange(spreadGroups, mean, standardized);
            kernels.evaluate(SQUARED_DISTANCE, Program.NO_SCALARS, distance, null);
            variances.run();
            kernels.evaluate(INVERSE_DEVIATION, shareAndEpsilon, ofVariance, null);
            standardize.run();
            scaled.run();
            if (beta != null) {
                kernels.rearrange(spreadFeatures, beta, spare);
                kernels.add(y, spare, Activation.LINEAR, y);
            }
            kernels.activationForward(activation, y, y);
        };
    }

    /** Writes {@code (x - mean) / deviation}. */
    private Runnable standardize() {
        View[] operands = {x, standardized, spare};
        return () -> {
            kernels.rearrange(spreadGroups, mean, standardized);
            kernels.rearrange(spreadGroups, inverseDeviation, spare);
            kernels.evaluate(STANDARDIZED, Program.NO_SCALARS, operands, null);
        };
    }

    /** {@code to = gamma from}. */
    private Runnable scaled(View gamma, View from, View to) {
        if (gamma == null) {
            return () -> kernels.copy(from, to);
        }
        Runnable product = Products.bind(kernels, from, spare, to);
        return () -> {
            kernels.rearrange(spreadFeatures, gamma, spare);
            product.run();
        };
    }

    /** The backward pass, bound to views. */
    public Runnable backward(
            View gamma, Activation activation, View y, View dy, View gammaGradient, View betaGradient, View dx) {
        Runnable standardize = standardize();
        Runnable ofBeta = betaGradient == null ? NOTHING : sumsOfFeatures.bind(dy, betaGradient);
        Runnable product = Products.bind(kernels, standardized, dy, spare);
        Runnable ofGamma = gammaGradient == null ? NOTHING : sumsOfFeatures.bind(spare, gammaGradient);
        Runnable ofInput = dx == null ? NOTHING : inputGradient(gamma, dy, dx);
        return () -> {
            if (activation != Activation.LINEAR) {
                kernels.activationBackward(activation, y, dy, dy);
            }
            standardize.run();
            ofBeta.run();
            product.run();
            ofGamma.run();
            ofInput.run();
        };
    }

    /** The gradient of the standardized input, less its mean and its projection on that, over the deviation. */
    private Runnable inputGradient(View gamma, View dy, View dx) {
        Runnable scaled = scaled(gamma, dy, dx);
        Runnable sums = sumsOfGroups.bind(dx, sum);
        Runnable product = Products.bind(kernels, standardized, dx, spare);
        Runnable projections = sumsOfGroups.bind(spare, otherSum);
        View[] lessMean = {spare, dx};
        View[] lessProjection = {standardized, spare, dx};
        Runnable overDeviation = Products.bind(kernels, dx, spare, dx);
        return () -> {
            scaled.run();
            sums.run();
            product.run();
            projections.run();
            kernels.rearrange(spreadGroups, sum, spare);
            kernels.evaluate(LESS_MEAN, share, lessMean, null);
            kernels.rearrange(spreadGroups, otherSum, spare);
            kernels.evaluate(LESS_PROJECTION, share, lessProjection, null);
            kernels.rearrange(spreadGroups, inverseDeviation, spare);
            overDeviation.run();
        };
    }
}
