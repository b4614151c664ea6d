package org.backprop.engine.kernels;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.Stream;

import org.backprop.engine.kernels.formula.Program;
import org.backprop.model.Window;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The portable kernels: ND4J's native memory, its BLAS for matrix products, sums and norms, and plain Java loops for the
 * rest, where dispatching an ND4J operation costs more than its work.
 */
public final class Nd4jKernels implements Kernels {

    private static final String CUDA_BACKEND = "JCublasBackend";

    private final Team team;
    private final String accelerator;
    private final Blocks blocks;
    private final Activator[] activators;
    private final Nd4jDense dense;
    private final Nd4jConv2d conv2d;
    private final Nd4jPools pools;
    private final Nd4jBatchNorm batchNorm;
    private final Nd4jGroupNorm groupNorm;
    private final Nd4jLstm lstm;
    private final DropoutLoop dropout = new DropoutLoop();
    private final Nd4jLosses losses;
    private final Nd4jUpdates updates;
    private final Nd4jEvaluation evaluation;
    private final Nd4jRearranging rearranging;

    /** Kernels that use all processors. */
    public Nd4jKernels() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Kernels with their own threads, which end when the kernels become unreachable. ND4J itself and its BLAS then use
     * one thread each in the whole process.
     *
     * @param threads number of threads that compute, at least 1, the caller among them
     */
    public Nd4jKernels(int threads) {
        this(threads, "");
    }

    /**
     * Kernels whose large matrix products are computed on the GPU that ND4J uses, in the whole process.
     *
     * @param threads number of threads that compute the rest
     * @param gpu the GPU for people and for run.json
     * @throws IllegalStateException if ND4J has not chosen the GPU
     */
    public static Nd4jKernels onGpu(int threads, String gpu) {
        Blas.useDevice(true);
        String chosen = Nd4j.getBackend().getClass().getSimpleName();
        if (!chosen.equals(CUDA_BACKEND)) {
            Blas.useDevice(false);
            throw new IllegalStateException("ND4J computes with " + chosen + " in place of " + CUDA_BACKEND);
        }
        return new Nd4jKernels(threads, gpu);
    }

    private Nd4jKernels(int threads, String accelerator) {
        this.accelerator = accelerator;
        ThreadSettings.apply();
        team = new Team(threads);
        blocks = new Blocks(team);
        activators = Stream.generate(Activator::new).limit(threads).toArray(Activator[]::new);
        dense = new Nd4jDense(team, blocks, activators);
        conv2d = new Nd4jConv2d(team);
        pools = new Nd4jPools(team);
        batchNorm = new Nd4jBatchNorm(team);
        groupNorm = new Nd4jGroupNorm(team);
        lstm = new Nd4jLstm(team);
        losses = new Nd4jLosses(team, blocks);
        updates = new Nd4jUpdates(this, blocks);
        evaluation = new Nd4jEvaluation(this, team);
        rearranging = new Nd4jRearranging(team);
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public String device() {
        String cpu = "CPU (" + System.getProperty("os.arch") + ", OpenBLAS with " + threads()
                + (threads() == 1 ? " thread)" : " threads)");
        return accelerator.isEmpty() ? cpu : accelerator + " for large matrix products, " + cpu;
    }

    @Override
    public int threads() {
        return team.size();
    }

    @Override
    public boolean fusesNorms() {
        return false;
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
        blocks.run(1, (part, length, a, b, c, d) -> Arrays.fill(a, 0, length, value), x);
    }

    @Override
    public void copy(View from, View to) {
        of(to).elements().put(0, of(from).elements(), 0, from.length());
    }

    @Override
    public void gather(float[] source, int[] rows, int first, View to) {
        FloatBuffer elements = of(to).elements();
        int columns = to.columns();
        if (rows == null) {
            elements.put(0, source, first * columns, to.length());
            return;
        }
        for (int i = 0; i < to.rows(); i++) {
            elements.put(i * columns, source, rows[first + i] * columns, columns);
        }
    }

    @Override
    public void rearrange(Rearrangement rearrangement, View from, View to) {
        rearranging.run(rearrangement, (Nd4jView) from, (Nd4jView) to);
    }

    @Override
    public void addScaled(float alpha, View x, View y) {
        Blas.addScaled(alpha, of(x), of(y));
    }

    @Override
    public void denseForward(View x, View weight, View bias, Activation activation, View y) {
        dense.forward(of(x), of(weight), of(bias), activation, of(y));
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
        dense.backward(of(x), of(weight), of(y), activation, of(dy), of(weightGradient), of(biasGradient), of(dx));
    }

    @Override
    public void activationForward(Activation activation, View x, View y) {
        copy(x, y);
        blocks.runRows(1, (part, rows, columns, a, b) -> activators[part].forward(activation, rows, columns, a), y);
    }

    @Override
    public void activationBackward(Activation activation, View y, View dy, View dx) {
        if (dx != dy) {
            copy(dy, dx);
        }
        if (activation != Activation.LINEAR) {
            blocks.runRows(
                    1, (part, rows, columns, a, b) -> Activator.backward(activation, rows, columns, a, b), dx, y);
        }
    }

    @Override
    public void conv2dForward(
            Window window, int groups, View x, View weight, View bias, Activation activation, View y) {
        ConvolutionShape shape = ConvolutionShape.of(window, groups, x, weight);
        conv2d.forward(shape, of(x), of(weight), of(bias), activation, of(y));
    }

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
        ConvolutionShape shape = ConvolutionShape.of(window, groups, x, weight);
        conv2d.backward(
                shape, of(x), of(weight), of(y), activation, of(dy), of(weightGradient), of(biasGradient), of(dx));
    }

    @Override
    public void maxPoolForward(Window window, View x, View y) {
        pools.maxForward(window, of(x), of(y));
    }

    @Override
    public void maxPoolBackward(Window window, View x, View y, View dy, View dx) {
        pools.maxBackward(window, of(x), of(y), of(dy), of(dx));
    }

    @Override
    public void averagePoolForward(Window window, View x, View y) {
        pools.averageForward(window, of(x), of(y));
    }

    @Override
    public void averagePoolBackward(Window window, View dy, View dx) {
        pools.averageBackward(window, of(dy), of(dx));
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
        batchNorm.forward(
                step, of(x), of(gamma), of(beta), of(runningMean), of(runningVariance), of(saved), activation, of(y));
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
        batchNorm.inference(step, of(x), of(gamma), of(beta), of(runningMean), of(runningVariance), activation, of(y));
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
        batchNorm.backward(
                step,
                of(x),
                of(gamma),
                of(saved),
                of(y),
                activation,
                of(dy),
                of(gammaGradient),
                of(betaGradient),
                of(dx));
    }

    @Override
    public void groupNormForward(GroupNormStep step, View x, View gamma, View beta, View saved, View y) {
        groupNorm.forward(step, of(x), of(gamma), of(beta), of(saved), of(y));
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
        groupNorm.backward(step, of(x), of(gamma), of(saved), of(dy), of(gammaGradient), of(betaGradient), of(dx));
    }

    @Override
    public void add(View a, View b, Activation activation, View y) {
        blocks.run(
                1,
                (part, length, sum, first, second, d) -> {
                    ReductionLoops.sum(length, first, second, sum);
                    activators[part].forward(activation, 1, length, sum);
                },
                y,
                a,
                b);
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
        lstm.forward(
                shape, of(x), of(inputWeight), of(stateWeight), of(inputBias), of(stateBias), of(workspace), of(y));
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
        lstm.backward(
                shape,
                of(x),
                of(inputWeight),
                of(stateWeight),
                of(workspace),
                of(dy),
                of(inputWeightGradient),
                of(stateWeightGradient),
                of(biasGradient),
                of(dx));
    }

    @Override
    public int dropout(long seed, long stream, long first, float rate, View x, View y) {
        DropoutMask mask = new DropoutMask(seed, stream, rate);
        int[] atAndKept = {0, 0};
        copy(x, y);
        blocks.inOrder(
                1,
                (part, length, a, b, c, d) -> {
                    atAndKept[1] += dropout.apply(mask, first + atAndKept[0], length, a);
                    atAndKept[0] += length;
                },
                y);
        return atAndKept[1];
    }

    @Override
    public double nll(View logProbabilities, View labels) {
        return losses.nll(of(logProbabilities), of(labels));
    }

    @Override
    public void nllGradient(View logProbabilities, View labels, View gradient) {
        fill(gradient, 0);
        losses.subtractLabels(of(labels), of(gradient));
    }

    @Override
    public void logSoftmaxNllGradient(View logProbabilities, View labels, View gradient) {
        losses.logSoftmaxNllGradient(of(logProbabilities), of(labels), of(gradient));
    }

    @Override
    public double crossEntropy(View logits, View labels) {
        return losses.crossEntropy(of(logits), of(labels));
    }

    @Override
    public void crossEntropyGradient(View logits, View labels, View gradient) {
        activationForward(Activation.LOG_SOFTMAX, logits, gradient);
        logSoftmaxNllGradient(gradient, labels, gradient);
    }

    @Override
    public int correct(View scores, View labels) {
        return losses.correct(of(scores), of(labels));
    }

    @Override
    public void sgd(
            SgdStep step,
            double learningRate,
            long t,
            View parameters,
            View gradient,
            View velocity,
            UpdateNorms norms) {
        updates.sgd(step, learningRate, t, parameters, gradient, velocity, norms);
    }

    @Override
    public void adam(
            AdamStep step,
            double learningRate,
            long t,
            View parameters,
            View gradient,
            View mean,
            View variance,
            UpdateNorms norms) {
        updates.adam(step, learningRate, t, parameters, gradient, mean, variance, norms);
    }

    @Override
    public double evaluate(Program program, float[] scalars, View[] operands, UpdateNorms norms) {
        return evaluation.run(program, scalars, operands, norms);
    }

    @Override
    public double squaredNorm(View x) {
        return Blas.squaredNorm(of(x));
    }

    @Override
    public void countMagnitudes(View x, int[] counts) {
        Arrays.fill(counts, 0);
        blocks.inOrder(0, (part, length, a, b, c, d) -> MagnitudeBins.count(a, length, counts), x);
    }
}
