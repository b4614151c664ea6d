package org.backprop.engine.kernels;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.kernels.contract.Call;
import org.backprop.engine.kernels.contract.KernelContract;
import org.backprop.engine.kernels.contract.Operands;
import org.backprop.engine.kernels.reference.ReferenceBatchNorm;

/** Batch normalization in training and while predicting, with positions and without. */
class BatchNormKernelsTest extends KernelContract {

    private static final Activation[] ACTIVATIONS = {
        Activation.RELU, Activation.LINEAR, Activation.TANH, Activation.SIGMOID
    };
    private static final int[] SIZES = {1, 3, 7, 15, 16, 17, 31, 33, 64, 100, 129};

    private final List<Call> calls = new ArrayList<>();

    @Override
    protected List<Call> list() {
        for (int i = 0; i < SIZES.length; i++) {
            add(2 + i % 4, SIZES[i], SIZES[(4 * i + 2) % SIZES.length]);
            add(SIZES[(3 * i + 1) % SIZES.length], SIZES[i], 1);
            add(5, 4, SIZES[i]);
        }
        add(1, 5, 1);
        add(9, 16, 1024);
        ReferenceBatchNorm far = reference(16, 5, 36, Activation.LINEAR);
        calls.add(forward("far from zero", far, true, shifted(far, 1, 100)).within(1e-4));
        calls.add(forward("constant", far, true, shifted(far, 0, 100)).within(1e-4));
        return calls;
    }

    private static ReferenceBatchNorm reference(int n, int channels, int positions, Activation activation) {
        return new ReferenceBatchNorm(new BatchNormStep(channels, 0.1, 1e-5), n, positions, activation);
    }

    private void add(int n, int channels, int positions) {
        int turn = calls.size() / 3;
        boolean affine = turn % 4 != 3;
        ReferenceBatchNorm norm = reference(n, channels, positions, ACTIVATIONS[turn % ACTIVATIONS.length]);
        calls.add(forward("", norm, affine, shifted(norm, 2, 0.5f)));
        calls.add(inference(norm, affine));
        calls.add(backward(norm, affine, turn % 5 != 4));
    }

    private static float[] shifted(ReferenceBatchNorm norm, float scale, float shift) {
        float[] values = new Operands().draw(norm.n() * norm.columns());
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * values[i] + shift;
        }
        return values;
    }

    private static Operands operands(ReferenceBatchNorm norm, boolean affine, float[] x) {
        int channels = norm.step().channels();
        return new Operands()
                .input("x", norm.columns(), x)
                .input("gamma", affine, 1, channels)
                .input("beta", affine, 1, channels);
    }

    private static float[] variances(int channels) {
        float[] variances = new float[channels];
        for (int i = 0; i < channels; i++) {
            variances[i] = 0.5f + i % 7;
        }
        return variances;
    }

    private static Call forward(String kind, ReferenceBatchNorm norm, boolean affine, float[] x) {
        int channels = norm.step().channels();
        return operands(norm, affine, x)
                .updated("mean", 1, channels)
                .updated("variance", channels, variances(channels))
                .result("saved", 2, channels)
                .result("y", norm.n(), norm.columns())
                .call(
                        kind + " forward of " + norm,
                        (kernels, on) -> kernels.batchNormForward(
                                norm.step(),
                                on.get("x"),
                                on.get("gamma"),
                                on.get("beta"),
                                on.get("mean"),
                                on.get("variance"),
                                on.get("saved"),
                                norm.activation(),
                                on.get("y")),
                        on -> norm.forward(
                                on.get("x"),
                                on.get("gamma"),
                                on.get("beta"),
                                on.get("mean"),
                                on.get("variance"),
                                on.get("saved"),
                                on.get("y")));
    }

    private static Call inference(ReferenceBatchNorm norm, boolean affine) {
        int channels = norm.step().channels();
        return operands(norm, affine, shifted(norm, 2, 1))
                .input("mean", 1, channels)
                .input("variance", channels, variances(channels))
                .result("y", norm.n(), norm.columns())
                .call(
                        "inference of " + norm,
                        (kernels, on) -> kernels.batchNormInference(
                                norm.step(),
                                on.get("x"),
                                on.get("gamma"),
                                on.get("beta"),
                                on.get("mean"),
                                on.get("variance"),
                                norm.activation(),
                                on.get("y")),
                        on -> norm.inference(
                                on.get("x"),
                                on.get("gamma"),
                                on.get("beta"),
                                on.get("mean"),
                                on.get("variance"),
                                on.get("y")));
    }

    private static Call backward(ReferenceBatchNorm norm, boolean affine, boolean input) {
        int channels = norm.step().channels();
        Operands operands = operands(norm, affine, shifted(norm, 2, 1));
        double[] saved = new double[2 * channels];
        double[] y = new double[norm.n() * norm.columns()];
        double[] unused = new double[channels];
        norm.forward(operands.get("x"), operands.get("gamma"), operands.get("beta"), unused, unused.clone(), saved, y);
        return operands.input("saved", channels, saved)
                .input("y", norm.columns(), y)
                .spoilt("dy", norm.n(), norm.columns())
                .resultLike("dgamma", "gamma")
                .resultLike("dbeta", "beta")
                .result("dx", input, norm.n(), norm.columns())
                .call(
                        "backward of " + norm,
                        (kernels, on) -> kernels.batchNormBackward(
                                norm.step(),
                                on.get("x"),
                                on.get("gamma"),
                                on.get("saved"),
                                on.get("y"),
                                norm.activation(),
                                on.get("dy"),
                                on.get("dgamma"),
                                on.get("dbeta"),
                                on.get("dx")),
                        on -> norm.backward(
                                on.get("x"),
                                on.get("gamma"),
                                on.get("saved"),
                                on.get("y"),
                                on.get("dy"),
                                on.get("dgamma"),
                                on.get("dbeta"),
                                on.get("dx")));
    }
}
