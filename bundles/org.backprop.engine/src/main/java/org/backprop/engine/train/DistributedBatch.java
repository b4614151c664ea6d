package org.backprop.engine.train;

import java.util.List;

import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Masking;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.MaskedLayer;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;

/**
 * A batch whose gradient is computed elsewhere. Statistics are the mean of those of the parts, each of which normalizes by
 * its own samples.
 */
final class DistributedBatch implements BatchGradient {
    private static final float[] NONE = {};

    private final Network network;
    private final Batches batches;
    private final SynchronousSgd distribution;
    private final List<MaskedLayer> masked;
    private int epoch;
    private int[] samples;
    private boolean withActivations;
    private Plan plan;
    private PartGradient result;

    DistributedBatch(Network network, Batches batches, SynchronousSgd distribution) {
        this.network = network;
        this.batches = batches;
        this.distribution = distribution;
        masked = network.maskedLayers();
    }

    @Override
    public void load(Plan batch, int ofEpoch, int[] order, int from, boolean activations) {
        epoch = ofEpoch;
        samples = EpochSamples.slice(order, from, batch.input().rows());
        withActivations = activations;
    }

    @Override
    public void forward(Plan batch, Pass pass) {
        plan = batch;
        BatchPart whole = new BatchPart(
                pass.step(),
                pass.maskStep(),
                epoch,
                0,
                samples,
                masked.stream().mapToDouble(layer -> layer.masking().rate()).toArray(),
                withActivations);
        result = distribution.gradient(
                whole,
                network.parameterVector().orElseThrow().toArray(),
                network.statisticsVector().map(View::toArray).orElse(NONE));
        if (!Double.isFinite(loss())) {
            computeHere(pass);
            return;
        }
        network.statisticsVector()
                .ifPresent(view ->
                        view.set(divided(result.statistics(), result.batch().samples())));
        for (int i = 0; i < masked.size(); i++) {
            Masking masking = masked.get(i).masking();
            masking.applied(
                    pass.seed(),
                    pass.maskStep() + 1,
                    result.batch().kept()[i],
                    result.batch().drawn()[i]);
        }
    }

    /** The forward pass of a batch that ends the training, to find the first layer that is not finite. */
    private void computeHere(Pass pass) {
        batches.loadOne(plan, epoch, samples);
        plan.forward(pass);
    }

    private static float[] divided(float[] sums, double by) {
        float[] values = new float[sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (sums[i] / by);
        }
        return values;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public double loss() {
        return result.batch().meanLoss();
    }

    @Override
    public int correct() {
        return result.batch().correct();
    }

    @Override
    public void take(LayerActivations activations) {
        activations.take(result.batch().activations());
    }

    @Override
    public void backward(Pass pass) {
        double weight = result.batch().weight() == 0 ? 1 : result.batch().weight();
        network.gradientVector().orElseThrow().set(divided(result.gradient(), weight));
    }
}
