package org.backprop.engine.train;

import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.update.ClippingReport;
import org.backprop.runlog.events.Histogram;

/** The step that listeners see; reused for every step. */
final class CurrentStep implements StepView {

    private long step;
    private int epoch;
    private int stepInEpoch;
    private int samples;
    private double loss;
    private double learningRate;
    private UpdateNorms norms;
    private LayerHistograms histograms;
    private LayerActivations activations;
    private ClippingReport clipping;
    private long watchingNanos;

    void set(long step, int epoch, int stepInEpoch, int samples, double loss) {
        this.step = step;
        this.epoch = epoch;
        this.stepInEpoch = stepInEpoch;
        this.samples = samples;
        this.loss = loss;
    }

    /** The update's learning rate, and its norms and histograms or null if they were not taken. */
    void set(double learningRate, UpdateNorms norms, LayerHistograms histograms) {
        this.learningRate = learningRate;
        this.norms = norms;
        this.histograms = histograms;
    }

    /** What clipping did; null if the gradient is not clipped or no update was made. */
    void set(ClippingReport clipping) {
        this.clipping = clipping;
    }

    /** What the activations were like; null if nobody wanted to know. */
    void set(LayerActivations activations) {
        this.activations = activations;
    }

    /** What taking histograms or the statistics of activations took. */
    void addWatchingNanos(long nanos) {
        watchingNanos += nanos;
    }

    /** Begins anew with the next step. */
    void forgetWatchingNanos() {
        watchingNanos = 0;
    }

    @Override
    public long watchingNanos() {
        return watchingNanos;
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public int stepInEpoch() {
        return stepInEpoch;
    }

    @Override
    public int samples() {
        return samples;
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public boolean hasNorms() {
        return norms != null;
    }

    @Override
    public double gradientNorm(int layer) {
        return norms().gradient(layer);
    }

    @Override
    public double weightNorm(int layer) {
        return norms().weight(layer);
    }

    @Override
    public double updateRatio(int layer) {
        return norms().updateRatio(layer);
    }

    @Override
    public boolean hasHistograms() {
        return histograms != null;
    }

    @Override
    public Histogram gradientHistogram(int layer) {
        return histograms().gradient(layer);
    }

    @Override
    public Histogram weightHistogram(int layer) {
        return histograms().parameters(layer);
    }

    @Override
    public boolean hasActivations() {
        return activations != null;
    }

    @Override
    public ActivationStatistics activations(int layer) {
        if (activations == null) {
            throw new IllegalStateException("no activations were looked at in step " + step);
        }
        return activations.of(layer);
    }

    @Override
    public boolean hasClipping() {
        return clipping != null;
    }

    @Override
    public ClippingReport clipping() {
        if (clipping == null) {
            throw new IllegalStateException("nothing was clipped at step " + step);
        }
        return clipping;
    }

    private LayerHistograms histograms() {
        if (histograms == null) {
            throw new IllegalStateException("no histograms were taken at step " + step);
        }
        return histograms;
    }

    private UpdateNorms norms() {
        if (norms == null) {
            throw new IllegalStateException("no norms were taken at step " + step);
        }
        return norms;
    }
}
