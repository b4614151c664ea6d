package org.backprop.engine.curvature;

import java.util.IdentityHashMap;
import java.util.Map;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.BatchNormStep;
import org.backprop.engine.kernels.Buffer;
import org.backprop.engine.kernels.GroupNormStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.LstmShape;
import org.backprop.engine.kernels.Rearrangement;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;
import org.backprop.engine.kernels.formula.Derivative;
import org.backprop.engine.kernels.formula.Program;
import org.backprop.engine.layers.ComposedLstm;
import org.backprop.engine.layers.ComposedNormalization;
import org.backprop.model.Window;

/**
 * Kernels that compute, beside each value, its tangent: how fast it changes when the values that nobody computes change
 * in the direction of their tangents (forward-mode differentiation). A network that runs on them forward and backward
 * thereby gets the tangent of its gradient, a product with the Hessian (Pearlmutter 1994), whatever its layers are.
 *
 * <p>Both are computed by other kernels. What an operation returns as a number has no tangent. Updates of parameters and
 * predictions by running statistics are not supported.
 */
final class TangentKernels extends ValueKernels {

    private final Kernels kernels;
    private final TangentProducts products;
    private final BilinearMap dense;
    private final BilinearMap.Convolution convolution;
    private final TangentActivations activations;
    private final TangentPools pools = new TangentPools();
    private final TangentLosses losses;
    private final SquaredGradients squares;
    private final Map<Program, Program> derivatives = new IdentityHashMap<>();
    private final View[][] operandsByNumber = new View[2 * Program.MOST_SLOTS + 1][];
    private Buffer workspace;
    private Mode mode = Mode.TANGENTS;

    /** What is computed. */
    enum Mode {
        /** Values only. */
        VALUES,
        /** Values and their tangents. */
        TANGENTS,
        /** Values, of gradients with squared slopes. */
        SQUARES
    }

    TangentKernels(Kernels kernels) {
        super(kernels);
        this.kernels = kernels;
        SpareViews spares = new SpareViews(kernels);
        products = new TangentProducts(kernels, spares);
        dense = new BilinearMap.Dense(kernels);
        convolution = new BilinearMap.Convolution(kernels);
        activations = new TangentActivations(this, kernels);
        losses = new TangentLosses(kernels);
        squares = new SquaredGradients(kernels, spares);
    }

    /** Chooses what is computed from now on; it leaves the rest as it is. */
    void compute(Mode mode) {
        this.mode = mode;
    }

    private boolean withTangents() {
        return mode == Mode.TANGENTS;
    }

    private static TangentView of(View view) {
        return TangentView.of(view);
    }

    private static View value(View view) {
        return TangentView.value(view);
    }

    private static View tangent(View view) {
        return TangentView.tangent(view);
    }

    @Override
    public Buffer allocate(long length) {
        return new TangentBuffer(kernels, length);
    }

    /** Memory of at least this length that nobody keeps anything in between operations. */
    private Buffer workspace(long length) {
        if (workspace == null || workspace.length() < length) {
            workspace = allocate(length);
        }
        return workspace;
    }

    @Override
    public void fill(View x, float value) {
        kernels.fill(value(x), value);
        if (withTangents()) {
            kernels.fill(tangent(x), 0);
        }
    }

    @Override
    public void copy(View from, View to) {
        kernels.copy(value(from), value(to));
        if (withTangents()) {
            kernels.copy(tangent(from), tangent(to));
        }
    }

    @Override
    public void gather(float[] source, int[] rows, int first, View to) {
        kernels.gather(source, rows, first, value(to));
        if (withTangents()) {
            kernels.fill(tangent(to), 0);
        }
    }

    @Override
    public void rearrange(Rearrangement rearrangement, View from, View to) {
        kernels.rearrange(rearrangement, value(from), value(to));
        if (withTangents()) {
            kernels.rearrange(rearrangement, tangent(from), tangent(to));
        }
    }

    @Override
    public void addScaled(float alpha, View x, View y) {
        kernels.addScaled(alpha, value(x), value(y));
        if (withTangents()) {
            kernels.addScaled(alpha, tangent(x), tangent(y));
        }
    }

    @Override
    public void denseForward(View x, View weight, View bias, Activation activation, View y) {
        kernels.denseForward(value(x), value(weight), value(bias), activation, value(y));
        tangentOfProduct(dense, x, weight, bias, activation, y);
    }

    @Override
    public void conv2dForward(
            Window window, int groups, View x, View weight, View bias, Activation activation, View y) {
        kernels.conv2dForward(window, groups, value(x), value(weight), value(bias), activation, value(y));
        tangentOfProduct(convolution.of(window, groups), x, weight, bias, activation, y);
    }

    private void tangentOfProduct(BilinearMap map, View x, View weight, View bias, Activation activation, View y) {
        if (withTangents()) {
            products.forward(map, of(x), of(weight), bias, of(y));
            activations.forward(activation, of(y));
        }
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
        productBackward(dense, x, weight, y, activation, dy, weightGradient, biasGradient, dx);
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
        BilinearMap map = convolution.of(window, groups);
        productBackward(map, x, weight, y, activation, dy, weightGradient, biasGradient, dx);
    }

    private void productBackward(
            BilinearMap map,
            View x,
            View weight,
            View y,
            Activation activation,
            View dy,
            View weightGradient,
            View biasGradient,
            View dx) {
        activationBackward(activation, y, dy, dy);
        if (mode == Mode.SQUARES) {
            squares.product(map, of(x), of(weight), value(dy), value(weightGradient), value(biasGradient), value(dx));
            return;
        }
        if (withTangents()) {
            products.backward(map, of(x), of(weight), of(dy), of(weightGradient), biasGradient, dx);
        }
        map.backward(value(x), value(weight), value(dy), value(weightGradient), value(biasGradient), value(dx));
    }

    @Override
    public void activationForward(Activation activation, View x, View y) {
        kernels.activationForward(activation, value(x), value(y));
        if (withTangents()) {
            kernels.copy(tangent(x), tangent(y));
            activations.forward(activation, of(y));
        }
    }

    /** Makes the tangent of y from that of the activation's argument, which stands in its place; y has its values. */
    void tangentOf(Activation activation, TangentView y) {
        activations.forward(activation, y);
    }

    @Override
    public void activationBackward(Activation activation, View y, View dy, View dx) {
        switch (mode) {
            case VALUES -> kernels.activationBackward(activation, value(y), value(dy), value(dx));
            case TANGENTS -> activations.backward(activation, of(y), of(dy), of(dx));
            case SQUARES -> squares.activation(activation, value(y), value(dy), value(dx));
        }
    }

    @Override
    public void maxPoolForward(Window window, View x, View y) {
        kernels.maxPoolForward(window, value(x), value(y));
        if (withTangents()) {
            pools.max(window, of(x), of(y));
        }
    }

    @Override
    public void maxPoolBackward(Window window, View x, View y, View dy, View dx) {
        kernels.maxPoolBackward(window, value(x), value(y), value(dy), value(dx));
        if (withTangents()) {
            kernels.maxPoolBackward(window, value(x), value(y), tangent(dy), tangent(dx));
        }
    }

    @Override
    public void averagePoolForward(Window window, View x, View y) {
        kernels.averagePoolForward(window, value(x), value(y));
        if (withTangents()) {
            kernels.averagePoolForward(window, tangent(x), tangent(y));
        }
    }

    @Override
    public void averagePoolBackward(Window window, View dy, View dx) {
        if (mode == Mode.SQUARES) {
            squares.averagePool(window, value(dy), value(dx));
            return;
        }
        kernels.averagePoolBackward(window, value(dy), value(dx));
        if (withTangents()) {
            kernels.averagePoolBackward(window, tangent(dy), tangent(dx));
        }
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
        TangentView owner = of(saved);
        if (owner.forward() == null) {
            owner.keepForward(normalization(step, x, saved).forward(gamma, beta, activation, y));
        }
        owner.forward().run();
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
        TangentView owner = of(saved);
        if (owner.backward() == null) {
            owner.keepBackward(
                    normalization(step, x, saved).backward(gamma, activation, y, dy, gammaGradient, betaGradient, dx));
        }
        owner.backward().run();
    }

    private ComposedNormalization normalization(BatchNormStep step, View x, View saved) {
        Buffer memory = workspace(ComposedNormalization.workspace(step, x));
        return ComposedNormalization.of(this, step, x, saved, memory);
    }

    @Override
    public void groupNormForward(GroupNormStep step, View x, View gamma, View beta, View saved, View y) {
        TangentView owner = of(saved);
        if (owner.forward() == null) {
            owner.keepForward(normalization(step, x, saved).forward(gamma, beta, Activation.LINEAR, y));
        }
        owner.forward().run();
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
        TangentView owner = of(saved);
        if (owner.backward() == null) {
            owner.keepBackward(normalization(step, x, saved)
                    .backward(gamma, Activation.LINEAR, null, dy, gammaGradient, betaGradient, dx));
        }
        owner.backward().run();
    }

    private ComposedNormalization normalization(GroupNormStep step, View x, View saved) {
        Buffer memory = workspace(ComposedNormalization.workspace(step, x));
        return ComposedNormalization.of(this, step, x, saved, memory);
    }

    @Override
    public void add(View a, View b, Activation activation, View y) {
        kernels.add(value(a), value(b), activation, value(y));
        if (withTangents()) {
            kernels.add(tangent(a), tangent(b), Activation.LINEAR, tangent(y));
            activations.forward(activation, of(y));
        }
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
        TangentView owner = of(workspace);
        if (owner.forward() == null) {
            owner.keepMemory(allocate(ComposedLstm.workspace(shape, x)));
            owner.keepForward(ComposedLstm.forward(
                    this, shape, x, inputWeight, stateWeight, inputBias, stateBias, owner.memory(), y));
        }
        owner.forward().run();
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
        TangentView owner = of(workspace);
        if (owner.backward() == null) {
            owner.keepBackward(ComposedLstm.backward(
                    this,
                    shape,
                    x,
                    inputWeight,
                    stateWeight,
                    y,
                    dy,
                    inputWeightGradient,
                    stateWeightGradient,
                    biasGradient,
                    dx,
                    owner.memory()));
        }
        owner.backward().run();
    }

    @Override
    public int dropout(long seed, long stream, long first, float rate, View x, View y) {
        if (mode == Mode.SQUARES) {
            return squares.dropout(seed, stream, first, rate, value(x), value(y));
        }
        if (withTangents()) {
            kernels.dropout(seed, stream, first, rate, tangent(x), tangent(y));
        }
        return kernels.dropout(seed, stream, first, rate, value(x), value(y));
    }

    @Override
    public void nllGradient(View logProbabilities, View labels, View gradient) {
        kernels.nllGradient(value(logProbabilities), value(labels), value(gradient));
        if (withTangents()) {
            kernels.fill(tangent(gradient), 0);
        }
    }

    @Override
    public void logSoftmaxNllGradient(View logProbabilities, View labels, View gradient) {
        if (withTangents()) {
            losses.logSoftmaxNll(of(logProbabilities), of(gradient));
        }
        kernels.logSoftmaxNllGradient(value(logProbabilities), value(labels), value(gradient));
    }

    @Override
    public void crossEntropyGradient(View logits, View labels, View gradient) {
        if (withTangents()) {
            losses.crossEntropy(of(logits), of(gradient));
        }
        kernels.crossEntropyGradient(value(logits), value(labels), value(gradient));
    }

    @Override
    public double evaluate(Program program, float[] scalars, View[] operands, UpdateNorms norms) {
        if (norms != null) {
            throw noUpdates();
        }
        int count = operands.length;
        View[] all = operands(withTangents() ? 2 * count : count);
        for (int i = 0; i < count; i++) {
            all[i] = value(operands[i]);
            if (withTangents()) {
                all[count + i] = tangent(operands[i]);
            }
        }
        return kernels.evaluate(withTangents() ? derivative(program) : program, scalars, all, null);
    }

    private View[] operands(int count) {
        if (operandsByNumber[count] == null) {
            operandsByNumber[count] = new View[count];
        }
        return operandsByNumber[count];
    }

    private Program derivative(Program program) {
        Program derivative = derivatives.get(program);
        if (derivative == null) {
            derivative = Derivative.of(program);
            derivatives.put(program, derivative);
        }
        return derivative;
    }
}
