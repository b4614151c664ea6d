package org.backprop.engine.train;

import java.util.List;
import java.util.Optional;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.layers.Masking;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.MaskedLayer;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;

/** The forward pass of parts of batches, with the random numbers that the whole batch has on one machine. */
final class PartForward {
    private final Network network;
    private final Batches batches;
    private final List<MaskedLayer> masked;
    private final LayerActivations activations;
    private final Pass pass;
    private Plan plan;

    /** As {@link PartWorker}. */
    PartForward(Network network, Dataset training, Optional<Augmenter> augmenter, long seed) {
        this.network = network;
        batches = new Batches(network, training, augmenter);
        masked = network.maskedLayers();
        activations = new LayerActivations(network);
        pass = Pass.training(seed, 0);
    }

    /** Computes the loss of a part at the network's present parameters. */
    BatchSums run(BatchPart part) {
        int samples = part.samples().length;
        plan = network.plan(samples);
        setRates(part.rates());
        batches.loadOne(plan, part.epoch(), part.samples());
        pass.moveTo(part.step(), part.maskStep());
        pass.startAt(part.firstRow());
        plan.forward(pass);
        double loss = plan.loss();
        double weight = plan.weight();
        return new BatchSums(
                weight,
                samples,
                loss * weight,
                plan.correct(),
                masked.stream().mapToInt(layer -> layer.masking().kept()).toArray(),
                masked.stream().mapToInt(layer -> layer.masking().drawn()).toArray(),
                part.activations() ? activations.count(plan) : List.of());
    }

    /** Computes the gradient of what was run last; that overwrites its outputs. */
    void backward() {
        plan.backward(pass);
    }

    /** The first layer of what was run last whose values are not finite. */
    String firstNonFinite() {
        return NonFinite.firstLayer(network, plan);
    }

    private void setRates(double[] rates) {
        for (int i = 0; i < rates.length; i++) {
            Masking masking = masked.get(i).masking();
            if (masking.rate() != rates[i]) {
                masking.setRate(rates[i]);
            }
        }
    }
}
