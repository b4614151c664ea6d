package org.backprop.engine.train;

import java.util.List;
import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Masking;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.MaskedLayer;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;

/**
 * Computes what a part of a batch contributes to its gradient: a pure function of the part and the parameters, so that
 * another worker with the same model and data can do it again, with the same bits. Not thread-safe.
 */
public final class PartWorker {
    private static final float[] NONE = {};

    private final Network network;
    private final Batches batches;
    private final List<MaskedLayer> masked;
    private final LayerActivations activations;
    private final Pass pass;

    /**
     * A worker.
     *
     * @param network compiled with a maximal batch of at least the rows of a part
     * @param training the whole training set
     * @param augmenter of the same set, if there is something to change
     * @param seed the run's seed
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public PartWorker(Network network, Dataset training, Optional<Augmenter> augmenter, long seed) {
        this.network = network;
        batches = new Batches(network, training, augmenter);
        masked = network.maskedLayers();
        activations = new LayerActivations(network);
        pass = Pass.training(seed, 0);
    }

    /** Computes; the arguments are those of {@link Distribution#gradient} but for the part. */
    public PartGradient gradient(BatchPart part, float[] parameters, float[] statistics) {
        int samples = part.samples().length;
        Plan plan = network.plan(samples);
        network.parameterVector().orElseThrow().set(parameters);
        network.statisticsVector().ifPresent(view -> view.set(statistics));
        setRates(part.rates());
        batches.loadOne(plan, part.epoch(), part.samples());
        pass.moveTo(part.step(), part.maskStep());
        pass.startAt(part.firstRow());
        plan.forward(pass);
        double loss = plan.loss();
        double weight = plan.weight();
        int correct = plan.correct(); // the backward pass overwrites the output
        List<ActivationCounts> counts = part.activations() ? activations.count(plan) : List.of();
        boolean finite = Double.isFinite(loss);
        if (finite) {
            plan.backward(pass);
        }
        return new PartGradient(
                weight,
                samples,
                loss * weight,
                correct,
                finite ? times(network.gradientVector().orElseThrow(), (float) weight) : NONE,
                network.statisticsVector().map(view -> times(view, samples)).orElse(NONE),
                masked.stream().mapToInt(layer -> layer.masking().kept()).toArray(),
                masked.stream().mapToInt(layer -> layer.masking().drawn()).toArray(),
                counts);
    }

    private void setRates(double[] rates) {
        for (int i = 0; i < rates.length; i++) {
            Masking masking = masked.get(i).masking();
            if (masking.rate() != rates[i]) {
                masking.setRate(rates[i]);
            }
        }
    }

    private static float[] times(View view, float factor) {
        float[] values = view.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }
}
