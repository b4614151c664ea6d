package org.backprop.engine.train;

import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.model.TrainingSection;

/**
 * Computes parts of batches: for synchronous SGD what a part contributes to the gradient, for local SGD what a round makes of
 * the parameters. Both are pure functions of their arguments, so that another worker with the same model and data can compute
 * them again, with the same bits. Not thread-safe.
 */
public final class PartWorker {
    private static final float[] NONE = {};

    private final Network network;
    private final TrainingSection settings;
    private final int stepsPerEpoch;
    private final PartForward forward;
    private LocalSteps steps;

    /**
     * A worker.
     *
     * @param network compiled with a maximal batch of at least the rows of a part
     * @param training the whole training set
     * @param augmenter of the same set, if there is something to change
     * @param stepsPerEpoch number of steps of an epoch
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public PartWorker(
            Network network,
            TrainingSection settings,
            Dataset training,
            Optional<Augmenter> augmenter,
            int stepsPerEpoch) {
        this.network = network;
        this.settings = settings;
        this.stepsPerEpoch = stepsPerEpoch;
        forward = new PartForward(network, training, augmenter, settings.seed());
    }

    /** Computes a gradient; the arguments are those of {@link SynchronousSgd#gradient} but for the part. */
    public PartGradient gradient(BatchPart part, float[] parameters, float[] statistics) {
        network.parameterVector().orElseThrow().set(parameters);
        network.statisticsVector().ifPresent(view -> view.set(statistics));
        BatchSums sums = forward.run(part);
        boolean finite = Double.isFinite(sums.loss());
        if (finite) {
            forward.backward();
        }
        return new PartGradient(
                sums,
                finite ? times(network.gradientVector().orElseThrow(), (float) sums.weight()) : NONE,
                network.statisticsVector()
                        .map(view -> times(view, sums.samples()))
                        .orElse(NONE));
    }

    /** Makes the steps of a round; the arguments are those of {@link LocalSgd#round} but for the part. */
    public RoundSums round(Round part, RoundStart start) {
        if (steps == null) {
            steps = new LocalSteps(network, settings, stepsPerEpoch, forward);
        }
        return steps.make(part, start);
    }

    private static float[] times(View view, float factor) {
        float[] values = view.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }
}
