package org.backprop.engine.train;

import org.backprop.engine.kernels.UpdateNorms;

/** The step that listeners see; reused for every step. */
final class CurrentStep implements StepView {

    private long step;
    private int epoch;
    private int stepInEpoch;
    private int samples;
    private double loss;
    private double learningRate;
    private UpdateNorms norms;

    void set(long step, int epoch, int stepInEpoch, int samples, double loss) {
        this.step = step;
        this.epoch = epoch;
        this.stepInEpoch = stepInEpoch;
        this.samples = samples;
        this.loss = loss;
    }

    /** The update's learning rate, and its norms or null if they were not taken. */
    void set(double learningRate, UpdateNorms norms) {
        this.learningRate = learningRate;
        this.norms = norms;
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

    private UpdateNorms norms() {
        if (norms == null) {
            throw new IllegalStateException("no norms were taken at step " + step);
        }
        return norms;
    }
}
