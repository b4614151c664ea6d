package org.backprop.engine.curvature;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.AdamStep;
import org.backprop.engine.kernels.BatchNormStep;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.SgdStep;
import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.kernels.View;

/** What {@link TangentKernels} compute without tangents: numbers. Updates and predictions by running statistics fail. */
abstract class ValueKernels implements Kernels {

    private final Kernels kernels;

    ValueKernels(Kernels kernels) {
        this.kernels = kernels;
    }

    private static View value(View view) {
        return TangentView.value(view);
    }

    @Override
    public final String name() {
        return kernels.name();
    }

    @Override
    public final String device() {
        return kernels.device();
    }

    @Override
    public final int threads() {
        return kernels.threads();
    }

    @Override
    public final boolean fusesNorms() {
        return false;
    }

    @Override
    public final double nll(View logProbabilities, View labels) {
        return kernels.nll(value(logProbabilities), value(labels));
    }

    @Override
    public final double crossEntropy(View logits, View labels) {
        return kernels.crossEntropy(value(logits), value(labels));
    }

    @Override
    public final int correct(View scores, View labels) {
        return kernels.correct(value(scores), value(labels));
    }

    @Override
    public final double squaredNorm(View x) {
        return kernels.squaredNorm(value(x));
    }

    @Override
    public final void countMagnitudes(View x, int[] counts) {
        kernels.countMagnitudes(value(x), counts);
    }

    @Override
    public final void batchNormInference(
            BatchNormStep step,
            View x,
            View gamma,
            View beta,
            View runningMean,
            View runningVariance,
            Activation activation,
            View y) {
        throw new UnsupportedOperationException("only a pass that trains has tangents");
    }

    @Override
    public final void sgd(
            SgdStep coefficients,
            double learningRate,
            long step,
            View parameters,
            View gradient,
            View velocity,
            UpdateNorms norms) {
        throw noUpdates();
    }

    @Override
    public final void adam(
            AdamStep coefficients,
            double learningRate,
            long step,
            View parameters,
            View gradient,
            View mean,
            View variance,
            UpdateNorms norms) {
        throw noUpdates();
    }

    static UnsupportedOperationException noUpdates() {
        return new UnsupportedOperationException("updates of parameters have no tangents");
    }
}
