package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.backprop.engine.kernels.UpdateNorms;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.TrainableLayer;
import org.backprop.engine.update.ClippingReport;

/** The listeners of a training, and what is taken for them only in the steps in which one of them wants it. */
final class Watch {

    private final List<TrainingListener> listeners = new ArrayList<>();
    private final CurrentStep current = new CurrentStep();
    private final Intervals normSteps = new Intervals();
    private final Intervals histogramSteps = new Intervals();
    private final Intervals activationSteps = new Intervals();
    private final UpdateNorms norms;
    private final LayerHistograms histograms;
    private final LayerActivations activations;

    Watch(Network network) {
        norms = norms(network);
        histograms = new LayerHistograms(network);
        activations = new LayerActivations(network);
    }

    /** Room for the norms of a network's layers. */
    static UpdateNorms norms(Network network) {
        List<TrainableLayer> layers = network.trainableLayers();
        return new UpdateNorms(
                layers.stream().mapToInt(TrainableLayer::offset).toArray(),
                layers.stream().mapToInt(TrainableLayer::length).toArray());
    }

    void add(TrainingListener listener) {
        listeners.add(listener);
    }

    /** Asks the listeners what they want; before the first step. */
    void start() {
        normSteps.reset(listeners.stream().map(TrainingListener::normsEvery).toList());
        histogramSteps.reset(
                listeners.stream().map(TrainingListener::histogramsEvery).toList());
        activationSteps.reset(
                listeners.stream().map(TrainingListener::activationsEvery).toList());
    }

    /** Where the update of a step is to leave its norms; null if nobody wants them. */
    UpdateNorms norms(long step) {
        return wantsNorms(step) ? norms : null;
    }

    /** Whether somebody wants the norms of a step. */
    boolean wantsNorms(long step) {
        return normSteps.include(step);
    }

    /** Whether somebody wants the histograms of a step. */
    boolean wantsHistograms(long step) {
        return histogramSteps.include(step);
    }

    /** Whether somebody wants to know what a step's activations are like. */
    boolean wantsActivations(long step) {
        return activationSteps.include(step);
    }

    /** Takes what a step's activations were like, before its backward pass, if somebody wants it; null if not. */
    LayerActivations activations(long step, BatchGradient batch) {
        if (!wantsActivations(step)) {
            return null;
        }
        long start = System.nanoTime();
        batch.take(activations);
        current.addWatchingNanos(System.nanoTime() - start);
        return activations;
    }

    /** Takes the histograms of a step, before its update, if somebody wants them; null if not. */
    LayerHistograms histograms(long step) {
        if (!wantsHistograms(step)) {
            return null;
        }
        long start = System.nanoTime();
        histograms.take();
        current.addWatchingNanos(System.nanoTime() - start);
        return histograms;
    }

    /**
     * Takes what several workers tell of a step.
     *
     * @param clipping where to leave what clipping did; null if the gradient is not clipped
     */
    void take(StepSums sums, int workers, double learningRate, ClippingReport clipping) {
        boolean withNorms = sums.norms().length > 0;
        boolean withHistograms = sums.gradients().length > 0;
        boolean withClipping = sums.clipping().length > 0;
        boolean withActivations = !sums.batch().activations().isEmpty();
        if (withNorms) {
            norms.setMeans(sums.norms(), workers);
        }
        if (withHistograms) {
            histograms.take(sums.gradients(), sums.parameters());
        }
        if (withClipping) {
            clipping.setMeans(sums.clipping(), workers);
        }
        if (withActivations) {
            activations.take(sums.batch().activations());
        }
        current.set(withActivations ? activations : null);
        current.set(learningRate, withNorms ? norms : null, withHistograms ? histograms : null);
        current.set(withClipping ? clipping : null);
    }

    /** The step under way, to be filled before {@link #tell}. */
    CurrentStep current() {
        return current;
    }

    /** Tells of the current step. Allocates nothing. */
    void tell() {
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).onStep(current);
        }
        current.forgetWatchingNanos();
    }

    void each(Consumer<TrainingListener> told) {
        listeners.forEach(told);
    }
}
