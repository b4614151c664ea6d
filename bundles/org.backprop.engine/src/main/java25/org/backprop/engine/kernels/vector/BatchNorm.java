package org.backprop.engine.kernels.vector;

import org.backprop.engine.kernels.Activation;
import org.backprop.engine.kernels.BatchNormStep;
import org.backprop.engine.kernels.Team;

/**
 * Batch normalization with its activation. The moments are taken about the mean of the channel in the first sample, so that
 * a mean that is large beside the deviation costs no precision.
 */
final class BatchNorm extends ChannelWork {

    private static final int SCALE = 0;
    private static final int SHIFT = 1;
    private static final int ORIGIN = 2;

    private BatchNormStep step;
    private NativeView gamma;
    private NativeView beta;
    private NativeView runningMean;
    private NativeView runningVariance;
    private NativeView saved;
    private Activation activation;
    private NativeView y;

    BatchNorm(Team team, Workspace workspace) {
        super(team, workspace);
    }

    /** Computes y and the statistics; see {@link org.backprop.engine.kernels.Kernels#batchNormForward}. */
    void train(
            BatchNormStep step,
            NativeView x,
            NativeView gamma,
            NativeView beta,
            NativeView runningMean,
            NativeView runningVariance,
            NativeView saved,
            Activation activation,
            NativeView y) {
        this.step = step;
        this.gamma = gamma;
        this.beta = beta;
        this.runningMean = runningMean;
        this.runningVariance = runningVariance;
        this.saved = saved;
        this.activation = activation;
        this.y = y;
        start(x, step.channels());
    }

    /** Computes y by the running statistics; see {@link org.backprop.engine.kernels.Kernels#batchNormInference}. */
    void predict(
            BatchNormStep step,
            NativeView x,
            NativeView gamma,
            NativeView beta,
            NativeView runningMean,
            NativeView runningVariance,
            Activation activation,
            NativeView y) {
        train(step, x, gamma, beta, runningMean, runningVariance, null, activation, y);
    }

    @Override
    void compute(int begin, int end, long scratch) {
        if (saved != null) {
            for (int channel = begin; channel < end; channel++) {
                double sum = Reductions.sum(x().address() + at(0, channel), positions(), scratch);
                Lanes.set(coefficient(ORIGIN, channel), (float) (sum / positions()));
            }
            sum(begin, end, scratch);
        }
        for (int channel = begin; channel < end; channel++) {
            double variance = saved == null ? value(runningVariance, channel, 1) : moments(channel);
            double factor = 1 / Math.sqrt(variance + step.epsilon());
            if (saved != null) {
                Lanes.set(Lanes.at(saved.row(1), channel), (float) factor);
            }
            Lanes.set(coefficient(SCALE, channel), (float) (value(gamma, channel, 1) * factor));
            Lanes.set(coefficient(SHIFT, channel), value(beta, channel, 0));
        }
        normalize(begin, end);
    }

    private static float value(NativeView view, int channel, float missing) {
        return view == null ? missing : Lanes.get(Lanes.at(view.address(), channel));
    }

    @Override
    void addRun(int sample, int channel, long sums) {
        float origin = Lanes.get(coefficient(ORIGIN, channel));
        ChannelRuns.addMoments(x().address() + at(sample, channel), positions(), origin, sums);
    }

    @Override
    void addColumns(int sample, int samples, int channel, int count, long sums) {
        long row = Lanes.at(0, channels());
        long origin = coefficient(ORIGIN, channel);
        ChannelColumns.moments(x().address() + at(sample, channel), row, samples, count, origin, sums);
    }

    /** Sets a channel's mean and running statistics; the (biased) variance. */
    private double moments(int channel) {
        double offset = first(channel) / elements();
        double mean = Lanes.get(coefficient(ORIGIN, channel)) + offset;
        double squares = Math.max(0, second(channel) - offset * first(channel));
        Lanes.set(Lanes.at(saved.row(0), channel), (float) mean);
        move(runningMean, channel, mean);
        move(runningVariance, channel, squares / Math.max(1, elements() - 1));
        return squares / elements();
    }

    private void move(NativeView running, int channel, double value) {
        long at = Lanes.at(running.address(), channel);
        Lanes.set(at, (float) ((1 - step.momentum()) * Lanes.get(at) + step.momentum() * value));
    }

    private void normalize(int begin, int end) {
        float floor = activation == Activation.RELU ? 0f : Float.NEGATIVE_INFINITY;
        if (positions() == 1) {
            for (int channel = begin; channel < end; channel += Lanes.COUNT) {
                normalizeColumns(channel, end - channel, floor);
            }
        } else {
            for (int sample = 0; sample < x().rows(); sample++) {
                for (int channel = begin; channel < end; channel++) {
                    normalizeRun(sample, channel, floor);
                }
            }
        }
        if (activation != Activation.RELU && activation != Activation.LINEAR) {
            for (int sample = 0; sample < x().rows(); sample++) {
                long at = y.address() + at(sample, begin);
                Activations.forward(activation, at, 0, at, (end - begin) * positions(), 0);
            }
        }
    }

    private long mean(int channel) {
        return Lanes.at((saved == null ? runningMean : saved).address(), channel);
    }

    private void normalizeRun(int sample, int channel, float floor) {
        long at = at(sample, channel);
        float scale = Lanes.get(coefficient(SCALE, channel));
        float shift = Lanes.get(coefficient(SHIFT, channel));
        float mean = Lanes.get(mean(channel));
        ChannelRuns.normalize(x().address() + at, y.address() + at, positions(), mean, scale, shift, floor);
    }

    private void normalizeColumns(int channel, int count, float floor) {
        long at = at(0, channel);
        ChannelColumns.normalize(
                x().address() + at,
                y.address() + at,
                Lanes.at(0, channels()),
                x().rows(),
                count,
                mean(channel),
                coefficient(SCALE, channel),
                coefficient(SHIFT, channel),
                floor);
    }
}
