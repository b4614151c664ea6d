package org.backprop.engine.kernels.vector;

import static org.backprop.engine.kernels.vector.Lanes.MEMORY;
import static org.backprop.engine.kernels.vector.Lanes.ORDER;
import static org.backprop.engine.kernels.vector.Lanes.SPECIES;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.AdamStep;
import org.backprop.engine.kernels.BatchNormStep;
import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.GroupNormStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.LstmShape;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.SgdStep;
import org.backprop.engine.kernels.SparseKernels;
import org.backprop.engine.kernels.Team;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.model.Window;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The fast kernels for a CPU. After the first calls with given views they allocate nothing on the Java heap. Results do
 * not depend on the number of threads.
 */
public final class VectorKernels implements Kernels, SparseKernels {

    static {
        CompilerDirectives.apply();
    }

    private final Team team;
    private final Scratch scratch;
    private final ActivationWork activations;
    private final Gather gather;
    private final Magnitudes magnitudes;
    private final DenseForward denseForward;
    private final DenseBackward denseBackward;
    private final ConvolutionForward convolutionForward;
    private final ConvolutionBackward convolutionBackward;
    private final MaxPool maxPool;
    private final MaxPoolGradient maxPoolGradient;
    private final AveragePool averagePool;
    private final AveragePoolGradient averagePoolGradient;
    private final BatchNorm batchNorm;
    private final BatchNormGradient batchNormGradient;
    private final GroupNorm groupNorm;
    private final GroupNormGradient groupNormGradient;
    private final Sum sum;
    private final Dropout dropout;
    private final LstmForward lstmForward;
    private final LstmBackward lstmBackward;
    private final SgdUpdate sgd;
    private final AdamUpdate adam;
    private final Evaluation evaluation;
    private final NativeRearranging rearranging;

    /**
     * Kernels with their own threads, which end when the kernels become unreachable.
     *
     * @param threads number of threads that compute, at least 1, the caller among them
     */
    public VectorKernels(int threads) {
        team = new Team(threads);
        scratch = new Scratch(threads);
        activations = new ActivationWork(team, scratch);
        gather = new Gather(team);
        magnitudes = new Magnitudes(team);
        denseForward = new DenseForward(team, scratch);
        denseBackward = new DenseBackward(team, activations);
        Convolutions convolutions = new Convolutions();
        Workspace workspace = new Workspace();
        convolutionForward = new ConvolutionForward(team, convolutions, workspace);
        convolutionBackward = new ConvolutionBackward(team, convolutions, workspace, activations);
        maxPool = new MaxPool(team, workspace);
        maxPoolGradient = new MaxPoolGradient(team, workspace);
        averagePool = new AveragePool(team, workspace);
        averagePoolGradient = new AveragePoolGradient(team, workspace);
        batchNorm = new BatchNorm(team, workspace);
        batchNormGradient = new BatchNormGradient(team, workspace, activations);
        groupNorm = new GroupNorm(team, scratch);
        groupNormGradient = new GroupNormGradient(team);
        sum = new Sum(team);
        dropout = new Dropout(team, scratch);
        lstmForward = new LstmForward(team, scratch);
        lstmBackward = new LstmBackward(team);
        sgd = new SgdUpdate(team, scratch);
        adam = new AdamUpdate(team, scratch);
        evaluation = new Evaluation(team);
        rearranging = new NativeRearranging(team);
    }

    /** Width of this CPU's vectors in bits. */
    public static int vectorBits() {
        return Lanes.SPECIES.vectorBitSize();
    }

    /** Computes a little, so that the loops are compiled when a training needs them. */
    public static void warmUp() {
        WarmUp.run();
    }

    @Override
    public String name() {
        return "native";
    }

    @Override
    public String device() {
        return "CPU (" + System.getProperty("os.arch") + ", " + vectorBits() + "-bit vectors, " + threads()
                + (threads() == 1 ? " thread)" : " threads)");
    }

    @Override
    public int threads() {
        return team.size();
    }

    @Override
    public boolean fusesNorms() {
        return true;
    }

    @Override
    public Buffer allocate(long length) {
        return new NativeBuffer(length);
    }

    private static NativeView of(View view) {
        return NativeView.of(view);
    }

    private static NativeView ofNullable(View view) {
        return view == null ? null : NativeView.of(view);
    }

    @Override
    public void fill(View x, float value) {
        FloatVector values = FloatVector.broadcast(SPECIES, value);
        long address = of(x).address();
        int n = x.length();
        for (int i = 0; i < n; i += Lanes.COUNT) {
            values.intoMemorySegment(MEMORY, Lanes.at(address, i), ORDER, SPECIES.indexInRange(0, n - i));
        }
    }

    @Override
    public void copy(View from, View to) {
        Lanes.copy(of(from).address(), of(to).address(), from.length());
    }

    @Override
    public void gather(float[] source, int[] rows, int first, View to) {
        gather.run(source, rows, first, of(to));
    }

    @Override
    public void rearrange(Rearrangement rearrangement, View from, View to) {
        rearranging.run(rearrangement, of(from), of(to));
    }

    @Override
    public void addScaled(float alpha, View x, View y) {
        FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
        long from = of(x).address();
        long to = of(y).address();
        int n = x.length();
        for (int i = 0; i < n; i += Lanes.COUNT) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, n - i);
            FloatVector sum = FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(from, i), ORDER, mask)
                    .fma(factor, FloatVector.fromMemorySegment(SPECIES, MEMORY, Lanes.at(to, i), ORDER, mask));
            sum.intoMemorySegment(MEMORY, Lanes.at(to, i), ORDER, mask);
        }
    }

    @Override
    public void denseForward(View x, View weight, View bias, Activation activation, View y) {
        denseForward.run(of(x), of(weight), ofNullable(bias), activation, of(y));
    }

    @Override
    public Runnable sparseForward(View x, View weight, View bias, Activation activation, View y) {
        return new SparseForward(team, scratch, of(x), of(weight), ofNullable(bias), activation, of(y));
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
        denseBackward.run(
                of(x),
                of(weight),
                of(y),
                activation,
                of(dy),
                of(weightGradient),
                ofNullable(biasGradient),
                ofNullable(dx));
    }

    @Override
    public void activationForward(Activation activation, View x, View y) {
        activations.forward(activation, of(x), of(y));
    }

    @Override
    public void activationBackward(Activation activation, View y, View dy, View dx) {
        activations.backward(activation, of(y), of(dy), of(dx));
    }

    @Override
    public void conv2dForward(
            Window window, int groups, View x, View weight, View bias, Activation activation, View y) {
        convolutionForward.run(window, groups, of(x), of(weight), ofNullable(bias), activation, of(y));
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
        convolutionBackward.run(
                window,
                groups,
                of(x),
                of(weight),
                of(y),
                activation,
                of(dy),
                of(weightGradient),
                ofNullable(biasGradient),
                ofNullable(dx));
    }

    @Override
    public void maxPoolForward(Window window, View x, View y) {
        maxPool.run(window, of(x), of(y));
    }

    @Override
    public void maxPoolBackward(Window window, View x, View y, View dy, View dx) {
        maxPoolGradient.run(window, of(x), of(y), of(dy), of(dx));
    }

    @Override
    public void averagePoolForward(Window window, View x, View y) {
        averagePool.run(window, of(x), of(y));
    }

    @Override
    public void averagePoolBackward(Window window, View dy, View dx) {
        averagePoolGradient.run(window, of(dy), of(dx));
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
        batchNorm.train(
                step,
                of(x),
                ofNullable(gamma),
                ofNullable(beta),
                of(runningMean),
                of(runningVariance),
                of(saved),
                activation,
                of(y));
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
        batchNorm.predict(
                step,
                of(x),
                ofNullable(gamma),
                ofNullable(beta),
                of(runningMean),
                of(runningVariance),
                activation,
                of(y));
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
        batchNormGradient.run(
                step,
                of(x),
                ofNullable(gamma),
                of(saved),
                of(y),
                activation,
                of(dy),
                ofNullable(gammaGradient),
                ofNullable(betaGradient),
                ofNullable(dx));
    }

    @Override
    public void groupNormForward(GroupNormStep step, View x, View gamma, View beta, View saved, View y) {
        groupNorm.run(step, of(x), ofNullable(gamma), ofNullable(beta), of(saved), of(y));
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
        groupNormGradient.run(
                step,
                of(x),
                ofNullable(gamma),
                of(saved),
                of(dy),
                ofNullable(gammaGradient),
                ofNullable(betaGradient),
                ofNullable(dx));
    }

    @Override
    public void add(View a, View b, Activation activation, View y) {
        sum.run(of(a), of(b), activation, of(y));
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
        lstmForward.run(
                shape,
                of(x),
                of(inputWeight),
                of(stateWeight),
                ofNullable(inputBias),
                ofNullable(stateBias),
                of(workspace),
                of(y));
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
        lstmBackward.run(
                shape,
                of(x),
                of(inputWeight),
                of(stateWeight),
                of(workspace),
                of(dy),
                of(inputWeightGradient),
                of(stateWeightGradient),
                ofNullable(biasGradient),
                ofNullable(dx));
    }

    @Override
    public int dropout(long seed, long stream, long first, float rate, View x, View y) {
        return dropout.run(seed, stream, first, rate, of(x), of(y));
    }

    @Override
    public double nll(View logProbabilities, View labels) {
        return Losses.nll(of(logProbabilities), of(labels));
    }

    @Override
    public void nllGradient(View logProbabilities, View labels, View gradient) {
        fill(gradient, 0);
        Losses.subtractLabels(of(labels), of(gradient));
    }

    @Override
    public void logSoftmaxNllGradient(View logProbabilities, View labels, View gradient) {
        Losses.logSoftmaxNllGradient(of(logProbabilities), of(labels), of(gradient));
    }

    @Override
    public double crossEntropy(View logits, View labels) {
        return Losses.crossEntropy(of(logits), of(labels), scratch.of(0));
    }

    @Override
    public void crossEntropyGradient(View logits, View labels, View gradient) {
        activations.forward(Activation.LOG_SOFTMAX, of(logits), of(gradient));
        logSoftmaxNllGradient(gradient, labels, gradient);
    }

    @Override
    public int correct(View scores, View labels) {
        return Losses.correct(of(scores), of(labels));
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
        sgd.run(coefficients, learningRate, step, of(parameters), of(gradient), ofNullable(velocity), norms);
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
        adam.run(coefficients, learningRate, step, of(parameters), of(gradient), of(mean), of(variance), norms);
    }

    @Override
    public double evaluate(Program program, float[] scalars, View[] operands, UpdateNorms norms) {
        return evaluation.run(program, scalars, operands, norms);
    }

    @Override
    public double squaredNorm(View x) {
        return Reductions.squaredNorm(of(x).address(), x.length(), scratch.of(0));
    }

    @Override
    public void countMagnitudes(View x, int[] counts) {
        magnitudes.run(of(x), counts);
    }
}
