package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.BatchNormStep;
import org.backprop.engine.kernels.Team;

/** Gradients of {@link BatchNorm}. */
final class BatchNormGradient extends ChannelWork {

    private static final int DZ_MEAN = 0;
    private static final int SCALE = 1;
    private static final int SLOPE = 2;

    private final ActivationWork activations;
    private NativeView gamma;
    private NativeView saved;
    private NativeView y;
    private boolean positiveOnly;
    private NativeView dz;
    private NativeView gammaGradient;
    private NativeView betaGradient;
    private NativeView dx;

    BatchNormGradient(Team team, Workspace workspace, ActivationWork activations) {
        super(team, workspace);
        this.activations = activations;
    }

    /** Computes the gradients; see {@link org.backprop.engine.kernels.Kernels#batchNormBackward}. */
    void run(
            BatchNormStep step,
            NativeView x,
            NativeView gamma,
            NativeView saved,
            NativeView y,
            Activation activation,
            NativeView dy,
            NativeView gammaGradient,
            NativeView betaGradient,
            NativeView dx) {
        this.gamma = gamma;
        this.saved = saved;
        this.y = y;
        this.gammaGradient = gammaGradient;
        this.betaGradient = betaGradient;
        this.dx = dx;
        dz = dy;
        positiveOnly = activation == Activation.RELU && x.columns() > step.channels();
        if (activation != Activation.LINEAR && !positiveOnly) {
            activations.backward(activation, y, dy, dy);
        }
        start(x, step.channels());
    }

    @Override
    void compute(int begin, int end, long scratch) {
        sum(begin, end, scratch);
        for (int channel = begin; channel < end; channel++) {
            double factor = Lanes.get(Lanes.at(saved.row(1), channel));
            double scale = gamma == null ? factor : factor * Lanes.get(Lanes.at(gamma.address(), channel));
            if (gammaGradient != null) {
                Lanes.set(Lanes.at(gammaGradient.address(), channel), (float) (second(channel) * factor));
            }
            if (betaGradient != null) {
                Lanes.set(Lanes.at(betaGradient.address(), channel), (float) first(channel));
            }
            Lanes.set(coefficient(SCALE, channel), (float) scale);
            Lanes.set(coefficient(DZ_MEAN, channel), (float) (first(channel) / elements()));
            double slope = -scale * factor * factor * second(channel) / elements();
            Lanes.set(coefficient(SLOPE, channel), (float) slope);
        }
        if (dx != null) {
            gradient(begin, end);
        }
    }

    private long mean(int channel) {
        return Lanes.at(saved.address(), channel);
    }

    @Override
    void addRun(int sample, int channel, long sums) {
        long at = at(sample, channel);
        long run = x().address() + at;
        float mean = Lanes.get(mean(channel));
        if (positiveOnly) {
            ChannelRuns.addPositiveGradients(run, y.address() + at, dz.address() + at, positions(), mean, sums);
        } else {
            ChannelRuns.addGradients(run, dz.address() + at, positions(), mean, sums);
        }
    }

    @Override
    void addColumns(int sample, int samples, int channel, int count, long sums) {
        long at = at(sample, channel);
        long row = Lanes.at(0, channels());
        ChannelColumns.gradients(x().address() + at, dz.address() + at, row, samples, count, mean(channel), sums);
    }

    private void gradient(int begin, int end) {
        if (positions() == 1) {
            for (int channel = begin; channel < end; channel += Lanes.COUNT) {
                gradientColumns(channel, end - channel);
            }
            return;
        }
        for (int sample = 0; sample < x().rows(); sample++) {
            for (int channel = begin; channel < end; channel++) {
                gradientRun(at(sample, channel), channel);
            }
        }
    }

    private void gradientRun(long at, int channel) {
        ChannelRuns.gradient(
                x().address() + at,
                dz.address() + at,
                dx.address() + at,
                positions(),
                Lanes.get(mean(channel)),
                Lanes.get(coefficient(DZ_MEAN, channel)),
                Lanes.get(coefficient(SCALE, channel)),
                Lanes.get(coefficient(SLOPE, channel)));
    }

    private void gradientColumns(int channel, int count) {
        long at = at(0, channel);
        ChannelColumns.gradient(
                x().address() + at,
                dz.address() + at,
                dx.address() + at,
                Lanes.at(0, channels()),
                x().rows(),
                count,
                mean(channel),
                coefficient(DZ_MEAN, channel),
                coefficient(SCALE, channel),
                coefficient(SLOPE, channel));
    }
}
