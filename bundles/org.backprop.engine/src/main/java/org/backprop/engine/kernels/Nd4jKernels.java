package org.backprop.engine.kernels;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.backprop.model.Activation;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The portable kernels: ND4J's native memory, its BLAS for matrix products, sums and norms, its operations for sigmoid
 * and tanh, and plain Java loops where dispatching an ND4J operation costs more than its work.
 */
public final class Nd4jKernels implements Kernels {

    private final Blocks blocks = new Blocks();
    private final DropoutLoop dropout = new DropoutLoop();
    private final NormPass norms = new NormPass(this);
    private float[] bias = new float[0];
    private double[] columnSums = new double[0];

    /** Kernels that use all processors. */
    public Nd4jKernels() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Kernels that use some processors. The setting holds for the whole process.
     *
     * @param threads number of BLAS threads, at least 1
     */
    public Nd4jKernels(int threads) {
        ThreadSettings.apply(threads);
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public String device() {
        int threads = ThreadSettings.blasThreads();
        return "CPU (" + System.getProperty("os.arch") + ", OpenBLAS with " + threads
                + (threads == 1 ? " thread)" : " threads)");
    }

    @Override
    public int threads() {
        return ThreadSettings.blasThreads();
    }

    @Override
    public Buffer allocate(long length) {
        return new Nd4jBuffer(length);
    }

    private static Nd4jView of(View view) {
        return (Nd4jView) view;
    }

    @Override
    public void fill(View x, float value) {
        blocks.run(1, (length, a, b, c, d) -> Arrays.fill(a, 0, length, value), x);
    }

    @Override
    public void copy(View from, View to) {
        of(to).elements().put(0, of(from).elements(), 0, from.length());
    }

    @Override
    public void addScaled(float alpha, View x, View y) {
        Blas.addScaled(alpha, of(x), of(y));
    }

    @Override
    public void denseForward(View x, View weight, View bias, Activation activation, View y) {
        Blas.timesTransposed(of(x), of(weight), of(y));
        if (bias != null || isLoop(activation)) {
            float[] row = bias == null ? null : row(bias);
            blocks.runRows(1, (rows, columns, a, b) -> biasAndActivation(row, activation, rows, columns, a), y);
        }
        if (!isLoop(activation)) {
            operation(activation, y);
        }
    }

    private static void biasAndActivation(float[] bias, Activation activation, int rows, int columns, float[] y) {
        if (bias != null) {
            ActivationLoops.addBias(rows, columns, y, bias);
        }
        activate(activation, rows, columns, y);
    }

    private float[] row(View view) {
        if (bias.length < view.length()) {
            bias = new float[view.length()];
        }
        of(view).elements().get(0, bias, 0, view.length());
        return bias;
    }

    /** Whether an activation is a Java loop; else it is an ND4J operation. */
    private static boolean isLoop(Activation activation) {
        return activation != Activation.SIGMOID && activation != Activation.TANH;
    }

    private static void activate(Activation activation, int rows, int columns, float[] y) {
        switch (activation) {
            case RELU -> ActivationLoops.relu(rows * columns, y);
            case SOFTMAX -> ActivationLoops.softmax(rows, columns, y);
            case LOG_SOFTMAX -> ActivationLoops.logSoftmax(rows, columns, y);
            case LINEAR, SIGMOID, TANH -> {}
        }
    }

    private static void operation(Activation activation, View y) {
        var array = of(y).array();
        Nd4j.getExecutioner()
                .exec(activation == Activation.SIGMOID ? new Sigmoid(array, array) : new Tanh(array, array));
    }

    @Override
    public void denseBackward(
            View x,
            View weight,
            View y,
            Activation activation,
            View dy,
            View weightGradient,
            View biasGradient,
            View dx) {
        activationBackward(activation, y, dy, dy);
        Blas.transposedTimes(of(dy), of(x), of(weightGradient));
        if (biasGradient != null) {
            sumRows(dy, biasGradient);
        }
        if (dx != null) {
            Blas.times(of(dy), of(weight), of(dx));
        }
    }

    private void sumRows(View x, View sums) {
        if (columnSums.length < x.columns()) {
            columnSums = new double[x.columns()];
        }
        Arrays.fill(columnSums, 0);
        blocks.runRows(0, (rows, columns, a, b) -> ReductionLoops.addRows(rows, columns, a, columnSums), x);
        FloatBuffer elements = of(sums).elements();
        for (int i = 0; i < x.columns(); i++) {
            elements.put(i, (float) columnSums[i]);
        }
    }

    @Override
    public void activationForward(Activation activation, View x, View y) {
        copy(x, y);
        if (isLoop(activation)) {
            blocks.runRows(1, (rows, columns, a, b) -> activate(activation, rows, columns, a), y);
        } else {
            operation(activation, y);
        }
    }

    @Override
    public void activationBackward(Activation activation, View y, View dy, View dx) {
        if (dx != dy) {
            copy(dy, dx);
        }
        if (activation != Activation.LINEAR) {
            blocks.runRows(1, (rows, columns, a, b) -> differentiate(activation, rows, columns, a, b), dx, y);
        }
    }

    private static void differentiate(Activation activation, int rows, int columns, float[] dy, float[] y) {
        switch (activation) {
            case RELU -> ActivationLoops.reluGradient(rows * columns, dy, y);
            case SIGMOID -> ActivationLoops.sigmoidGradient(rows * columns, dy, y);
            case TANH -> ActivationLoops.tanhGradient(rows * columns, dy, y);
            case SOFTMAX -> ActivationLoops.softmaxGradient(rows, columns, dy, y);
            case LOG_SOFTMAX -> ActivationLoops.logSoftmaxGradient(rows, columns, dy, y);
            case LINEAR -> {}
        }
    }

    @Override
    public void dropout(long seed, long stream, float rate, View x, View y) {
        DropoutMask mask = new DropoutMask(seed, stream, rate);
        long[] at = {0};
        copy(x, y);
        blocks.run(
                1,
                (length, a, b, c, d) -> {
                    dropout.apply(mask, at[0], length, a);
                    at[0] += length;
                },
                y);
    }

    @Override
    public double nll(View logProbabilities, View labels) {
        FloatBuffer values = of(logProbabilities).elements();
        FloatBuffer classes = of(labels).elements();
        double sum = 0;
        for (int row = 0; row < labels.rows(); row++) {
            sum -= values.get(row * logProbabilities.columns() + (int) classes.get(row));
        }
        return sum / labels.rows();
    }

    @Override
    public void nllGradient(View logProbabilities, View labels, View gradient) {
        fill(gradient, 0);
        subtractLabels(labels, gradient);
    }

    /** {@code gradient[i, label_i] -= 1/n}. */
    private static void subtractLabels(View labels, View gradient) {
        FloatBuffer values = of(gradient).elements();
        FloatBuffer classes = of(labels).elements();
        float share = 1f / labels.rows();
        for (int row = 0; row < labels.rows(); row++) {
            int at = row * gradient.columns() + (int) classes.get(row);
            values.put(at, values.get(at) - share);
        }
    }

    @Override
    public void logSoftmaxNllGradient(View logProbabilities, View labels, View gradient) {
        float share = 1f / labels.rows();
        blocks.run(
                1, (length, a, b, c, d) -> ReductionLoops.scaledExp(share, length, b, a), gradient, logProbabilities);
        subtractLabels(labels, gradient);
    }

    @Override
    public double crossEntropy(View logits, View labels) {
        double[] sum = {0};
        blocks.runRows(0, (rows, columns, a, b) -> sum[0] += ReductionLoops.logSumExp(rows, columns, a), logits);
        return sum[0] / logits.rows() + nll(logits, labels);
    }

    @Override
    public void crossEntropyGradient(View logits, View labels, View gradient) {
        activationForward(Activation.LOG_SOFTMAX, logits, gradient);
        logSoftmaxNllGradient(gradient, labels, gradient);
    }

    @Override
    public double squaredError(View y, View targets) {
        double[] sum = {0};
        blocks.run(0, (length, a, b, c, d) -> sum[0] += ReductionLoops.squaredDistance(length, a, b), y, targets);
        return sum[0] / y.length();
    }

    @Override
    public void squaredErrorGradient(View y, View targets, View gradient) {
        float scale = 2f / y.length();
        blocks.run(
                1,
                (length, a, b, c, d) -> ReductionLoops.scaledDifference(scale, length, b, c, a),
                gradient,
                y,
                targets);
    }

    @Override
    public int correct(View scores, View labels) {
        FloatBuffer values = of(scores).elements();
        FloatBuffer classes = of(labels).elements();
        int columns = scores.columns();
        int correct = 0;
        for (int row = 0; row < scores.rows(); row++) {
            int best = 0;
            for (int i = 1; i < columns; i++) {
                best = values.get(row * columns + i) > values.get(row * columns + best) ? i : best;
            }
            correct += best == (int) classes.get(row) ? 1 : 0;
        }
        return correct;
    }

    @Override
    public void sgd(SgdStep step, long t, View parameters, View gradient, View velocity, UpdateNorms norms) {
        this.norms.before(norms, parameters, gradient);
        if (velocity == null) {
            blocks.run(1, (length, a, b, c, d) -> UpdateLoops.sgd(step, length, a, b), parameters, gradient);
        } else {
            blocks.run(
                    2,
                    (length, a, b, c, d) -> UpdateLoops.momentum(step, t == 1, length, a, b, c),
                    parameters,
                    velocity,
                    gradient);
        }
        this.norms.after(norms, parameters);
    }

    @Override
    public void adam(
            AdamStep step, long t, View parameters, View gradient, View mean, View variance, UpdateNorms norms) {
        this.norms.before(norms, parameters, gradient);
        blocks.run(
                3,
                (length, a, b, c, d) -> UpdateLoops.adam(step, t, length, a, b, c, d),
                parameters,
                mean,
                variance,
                gradient);
        this.norms.after(norms, parameters);
    }

    @Override
    public double squaredNorm(View x) {
        return Blas.squaredNorm(of(x));
    }

    @Override
    public boolean isFinite(View x) {
        boolean[] finite = {true};
        blocks.run(0, (length, a, b, c, d) -> finite[0] &= ReductionLoops.isFinite(length, a), x);
        return finite[0];
    }
}
