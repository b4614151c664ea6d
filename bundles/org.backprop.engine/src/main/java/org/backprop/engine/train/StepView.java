package org.backprop.engine.train;

import org.backprop.engine.update.ClippingReport;
import org.backprop.runlog.events.Histogram;

/**
 * What a listener may see after one optimizer step. Valid only during the call; the trainer reuses the object.
 *
 * <p>With {@link LocalSgd}, a step is one of all workers: the loss is the mean over them, norms are root mean squares, what was
 * clipped is a mean, and histograms and activations are counted over all.
 *
 * <p>Layers are numbered as in {@link org.backprop.engine.network.Network#trainableLayers()}: only those with parameters.
 */
public interface StepView {

    /** Global number of this step, counted from 1 over all epochs. */
    long step();

    /** Epoch of this step, counted from 1. */
    int epoch();

    /** Number of this step within its epoch, counted from 1. */
    int stepInEpoch();

    /** Number of samples in this batch. */
    int samples();

    /** Mean loss of the batch and what penalties add to it, before the update. */
    double loss();

    /** Learning rate of the update. */
    double learningRate();

    /** Whether the norms below were taken at this step: true if at least one listener asked for them. */
    boolean hasNorms();

    /**
     * Euclidean norm of the gradient of all parameters of one layer that the optimizer got: after penalties, clipping and
     * noise.
     *
     * @throws IllegalStateException if {@link #hasNorms} is false
     */
    double gradientNorm(int layer);

    /**
     * Euclidean norm of all parameters of one layer, after the update.
     *
     * @throws IllegalStateException if {@link #hasNorms} is false
     */
    double weightNorm(int layer);

    /**
     * Euclidean norm of the layer's last update divided by that of its parameters before it; 0 if both are 0.
     *
     * @throws IllegalStateException if {@link #hasNorms} is false
     */
    double updateRatio(int layer);

    /** Whether the gradient was clipped at this step: false if the model clips none, or the step accumulates gradients. */
    boolean hasClipping();

    /**
     * What clipping did.
     *
     * @throws IllegalStateException if {@link #hasClipping} is false
     */
    ClippingReport clipping();

    /** What taking the histograms and activations of this step took, in nanoseconds; 0 if none were taken. */
    long watchingNanos();

    /** Whether the histograms below were taken at this step: true if at least one listener asked for them. */
    boolean hasHistograms();

    /**
     * Distribution of the gradient of all parameters of one layer.
     *
     * @throws IllegalStateException if {@link #hasHistograms} is false
     */
    Histogram gradientHistogram(int layer);

    /**
     * Distribution of all parameters of one layer, before the update.
     *
     * @throws IllegalStateException if {@link #hasHistograms} is false
     */
    Histogram weightHistogram(int layer);

    /** Whether the activations were looked at in this step: true if at least one listener asked for it. */
    boolean hasActivations();

    /**
     * What the activations of a layer were like in the forward pass of this step.
     *
     * @param layer numbered as in {@link org.backprop.engine.network.Network#watchedLayers()}
     * @throws IllegalStateException if {@link #hasActivations} is false
     */
    ActivationStatistics activations(int layer);
}
