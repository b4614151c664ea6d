package org.backprop.engine.kernels.reference;

import java.util.Arrays;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.AdamStep;
import org.backprop.engine.kernels.BatchNormStep;
import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.DropoutMask;
import org.backprop.engine.kernels.GroupNormStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.LstmShape;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.SgdStep;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.model.Window;

/**
 * The operations that forward passes need in double precision: what float32 results are measured
 * against. Those of backward passes and updates fail.
 */
public final class ReferenceKernels implements Kernels {

    private static double[] copy(View view) {
        return DoubleBuffer.copy(view);
    }

    private static UnsupportedOperationException notForward() {
        return new UnsupportedOperationException("not part of a forward pass");
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public String device() {
        return "double precision";
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public boolean fusesNorms() {
        return false;
    }

    @Override
    public Buffer allocate(long length) {
        return new DoubleBuffer(new double[Math.toIntExact(length)]);
    }

    @Override
    public void fill(View x, float value) {
        Arrays.fill(DoubleBuffer.of(x), (int) x.offset(), (int) x.offset() + x.length(), value);
    }

    @Override
    public void copy(View from, View to) {
        DoubleBuffer.store(copy(from), to);
    }

    @Override
    public void gather(float[] source, int[] rows, int first, View to) {
        throw notForward();
    }

    @Override
    public void rearrange(Rearrangement moves, View from, View to) {
        int[] index = new int[moves.counts().length];
        double[] source = copy(from);
        double[] result = copy(to);
        int dimension;
        do {
            int read = moves.fromOffset();
            int written = moves.toOffset();
            for (int i = 0; i < index.length; i++) {
                read += index[i] * moves.fromSteps()[i];
                written += index[i] * moves.toSteps()[i];
            }
            result[written] = source[read] + (moves.adds() ? result[written] : 0);
            dimension = index.length - 1;
            while (dimension >= 0 && ++index[dimension] == moves.counts()[dimension]) {
                index[dimension--] = 0;
            }
        } while (dimension >= 0);
        DoubleBuffer.store(result, to);
    }

    @Override
    public void addScaled(float alpha, View x, View y) {
        double[] sum = copy(y);
        double[] added = copy(x);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += alpha * added[i];
        }
        DoubleBuffer.store(sum, y);
    }

    @Override
    public void denseForward(View x, View weight, View bias, Activation activation, View y) {
        double[] result = new double[y.length()];
        new ReferenceDense(x.rows(), x.columns(), y.columns(), activation)
                .forward(copy(x), copy(weight), copy(bias), result);
        DoubleBuffer.store(result, y);
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
        throw notForward();
    }

    @Override
    public void activationForward(Activation activation, View x, View y) {
        double[] result = copy(x);
        ReferenceActivation.forward(activation, x.columns(), result);
        DoubleBuffer.store(result, y);
    }

    @Override
    public void activationBackward(Activation activation, View y, View dy, View dx) {
        throw notForward();
    }

    private static ReferenceConv2d convolution(Window window, int groups, View x, View y, Activation activation) {
        return new ReferenceConv2d(
                window,
                x.rows(),
                x.columns() / (window.height() * window.width()),
                y.columns() / (window.outHeight() * window.outWidth()),
                groups,
                activation);
    }

    @Override
    public void conv2dForward(
            Window window, int groups, View x, View weight, View bias, Activation activation, View y) {
        double[] result = new double[y.length()];
        convolution(window, groups, x, y, activation).forward(copy(x), copy(weight), copy(bias), result);
        DoubleBuffer.store(result, y);
    }

    /** A transposed convolution goes forward by it. */
    @Override
    public void conv2dBackward(
            Window window,
            int groups,
            View x,
            View weight,
            View y,
            Activation activation,
            View dy,
            View weightGradient,
            View biasGradient,
            View dx) {
        double[] result = new double[x.length()];
        convolution(window, groups, x, y, activation)
                .backward(copy(x), copy(weight), copy(y), copy(dy), null, null, result);
        DoubleBuffer.store(result, dx);
    }

    private static ReferencePool pool(Window window, View x) {
        return new ReferencePool(window, x.length() / (window.height() * window.width()));
    }

    @Override
    public void maxPoolForward(Window window, View x, View y) {
        double[] result = new double[y.length()];
        pool(window, x).maxForward(copy(x), result);
        DoubleBuffer.store(result, y);
    }

    @Override
    public void maxPoolBackward(Window window, View x, View y, View dy, View dx) {
        throw notForward();
    }

    @Override
    public void averagePoolForward(Window window, View x, View y) {
        double[] result = new double[y.length()];
        pool(window, x).averageForward(copy(x), result);
        DoubleBuffer.store(result, y);
    }

    @Override
    public void averagePoolBackward(Window window, View dy, View dx) {
        throw notForward();
    }

    private static ReferenceBatchNorm norm(BatchNormStep step, View x, Activation activation) {
        return new ReferenceBatchNorm(step, x.rows(), x.columns() / step.channels(), activation);
    }

    @Override
    public void batchNormForward(
            BatchNormStep step,
            View x,
            View gamma,
            View beta,
            View runningMean,
            View runningVariance,
            View saved,
            Activation activation,
            View y) {
        double[] result = new double[y.length()];
        double[] mean = copy(runningMean);
        double[] variance = copy(runningVariance);
        double[] kept = new double[saved.length()];
        norm(step, x, activation).forward(copy(x), copy(gamma), copy(beta), mean, variance, kept, result);
        DoubleBuffer.store(mean, runningMean);
        DoubleBuffer.store(variance, runningVariance);
        DoubleBuffer.store(kept, saved);
        DoubleBuffer.store(result, y);
    }

    @Override
    public void batchNormInference(
            BatchNormStep step,
            View x,
            View gamma,
            View beta,
            View runningMean,
            View runningVariance,
            Activation activation,
            View y) {
        double[] result = new double[y.length()];
        norm(step, x, activation)
                .inference(copy(x), copy(gamma), copy(beta), copy(runningMean), copy(runningVariance), result);
        DoubleBuffer.store(result, y);
    }

    @Override
    public void batchNormBackward(
            BatchNormStep step,
            View x,
            View gamma,
            View saved,
            View y,
            Activation activation,
            View dy,
            View gammaGradient,
            View betaGradient,
            View dx) {
        throw notForward();
    }

    @Override
    public void groupNormForward(GroupNormStep step, View x, View gamma, View beta, View saved, View y) {
        double[] result = new double[y.length()];
        double[] kept = new double[saved.length()];
        new ReferenceGroupNorm(step, x.rows(), x.columns()).forward(copy(x), copy(gamma), copy(beta), kept, result);
        DoubleBuffer.store(kept, saved);
        DoubleBuffer.store(result, y);
    }

    @Override
    public void groupNormBackward(
            GroupNormStep step,
            View x,
            View gamma,
            View saved,
            View dy,
            View gammaGradient,
            View betaGradient,
            View dx) {
        throw notForward();
    }

    @Override
    public void add(View a, View b, Activation activation, View y) {
        double[] sum = copy(a);
        double[] other = copy(b);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        ReferenceActivation.forward(activation, y.columns(), sum);
        DoubleBuffer.store(sum, y);
    }

    @Override
    public void lstmForward(
            LstmShape shape,
            View x,
            View inputWeight,
            View stateWeight,
            View inputBias,
            View stateBias,
            View workspace,
            View y) {
        double[] result = new double[y.length()];
        new ReferenceLstm(shape, x.rows())
                .forward(copy(x), copy(inputWeight), copy(stateWeight), copy(inputBias), copy(stateBias), result);
        DoubleBuffer.store(result, y);
    }

    @Override
    public void lstmBackward(
            LstmShape shape,
            View x,
            View inputWeight,
            View stateWeight,
            View workspace,
            View y,
            View dy,
            View inputWeightGradient,
            View stateWeightGradient,
            View biasGradient,
            View dx) {
        throw notForward();
    }

    @Override
    public int dropout(long seed, long stream, long first, float rate, View x, View y) {
        DropoutMask mask = new DropoutMask(seed, stream, rate);
        double[] result = copy(x);
        int kept = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] *= mask.keeps(first + i) ? mask.scale() : 0;
            kept += mask.keeps(first + i) ? 1 : 0;
        }
        DoubleBuffer.store(result, y);
        return kept;
    }

    @Override
    public double nll(View logProbabilities, View labels) {
        throw notForward();
    }

    @Override
    public void nllGradient(View logProbabilities, View labels, View gradient) {
        throw notForward();
    }

    @Override
    public void logSoftmaxNllGradient(View logProbabilities, View labels, View gradient) {
        throw notForward();
    }

    @Override
    public double crossEntropy(View logits, View labels) {
        throw notForward();
    }

    @Override
    public void crossEntropyGradient(View logits, View labels, View gradient) {
        throw notForward();
    }

    @Override
    public int correct(View scores, View labels) {
        throw notForward();
    }

    @Override
    public void sgd(
            SgdStep coefficients,
            double learningRate,
            long step,
            View parameters,
            View gradient,
            View velocity,
            UpdateNorms norms) {
        throw notForward();
    }

    @Override
    public void adam(
            AdamStep coefficients,
            double learningRate,
            long step,
            View parameters,
            View gradient,
            View mean,
            View variance,
            UpdateNorms norms) {
        throw notForward();
    }

    @Override
    public double evaluate(Program program, float[] scalars, View[] operands, UpdateNorms norms) {
        double[][] slots = new double[program.slots()][];
        int length = operands[0].length();
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] = slot < operands.length ? copy(operands[slot]) : new double[length];
            int scalar = slot - program.firstScalar();
            if (slot >= program.firstScalar() && slot < program.firstRegister()) {
                Arrays.fill(
                        slots[slot],
                        scalar < program.scalars() ? scalars[scalar] : program.numbers()[scalar - program.scalars()]);
            }
        }
        program.code().forEach(instruction -> run(instruction, slots));
        for (int i = 0; i < operands.length; i++) {
            if (program.written()[i]) {
                DoubleBuffer.store(slots[i], operands[i]);
            }
        }
        return program.sum() < 0 ? 0 : Arrays.stream(slots[program.sum()]).sum();
    }

    private static void run(Program.Instruction instruction, double[][] slots) {
        double[] a = slots[instruction.a()];
        double[] b = slots[instruction.b()];
        double[] c = slots[instruction.c()];
        double[] to = slots[instruction.to()];
        for (int i = 0; i < to.length; i++) {
            to[i] = switch (instruction.operation()) {
                case COPY -> a[i];
                case ADD -> a[i] + b[i];
                case SUBTRACT -> a[i] - b[i];
                case MULTIPLY -> a[i] * b[i];
                case DIVIDE -> a[i] / b[i];
                case MIN -> Math.min(a[i], b[i]);
                case MAX -> Math.max(a[i], b[i]);
                case MULTIPLY_ADD -> a[i] * b[i] + c[i];
                case SELECT -> a[i] > 0 ? b[i] : c[i];
                case ABS -> Math.abs(a[i]);
                case SQRT -> Math.sqrt(a[i]);
                case EXP -> Math.exp(a[i]);
                case LOG -> Math.log(a[i]);
                case TANH -> Math.tanh(a[i]);
            };
        }
    }

    @Override
    public double squaredNorm(View x) {
        throw notForward();
    }

    @Override
    public void countMagnitudes(View x, int[] counts) {
        throw notForward();
    }
}
