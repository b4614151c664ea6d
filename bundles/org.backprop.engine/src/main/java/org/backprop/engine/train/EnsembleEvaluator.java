package org.backprop.engine.train;

import java.util.List;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;

/** Evaluates the mean of the predictions of several models with the same network. Leaves the last of them in it. */
final class EnsembleEvaluator {

    private final Network network;
    private final OutputSpace space;
    private final Batches batches;

    /**
     * Prepares the evaluation of {@code data}.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     */
    EnsembleEvaluator(Network network, OutputSpace space, Dataset data) {
        this.network = network;
        this.space = space;
        batches = new Batches(network, data);
    }

    /** Evaluates the models, at least one; the loss is without penalties. */
    Evaluation evaluate(List<KeptWeights> models) {
        float[][] sums = new float[Math.ceilDiv(batches.count(), network.maxBatch())][];
        for (KeptWeights model : models) {
            model.enter();
            for (int i = 0; i < sums.length; i++) {
                Plan plan = load(i);
                plan.forward(Pass.INFERENCE);
                sums[i] = plus(sums[i], plan.output());
            }
        }
        EpochProgress progress = EpochProgress.NONE;
        for (int i = 0; i < sums.length; i++) {
            Plan plan = load(i);
            for (int at = 0; at < sums[i].length; at++) {
                sums[i][at] = space.close(sums[i][at] / models.size());
            }
            plan.output().set(sums[i]);
            progress = progress.plus(plan.input().rows(), plan.loss(), plan.correct());
        }
        return progress.evaluation(network.tellsClasses());
    }

    private Plan load(int batch) {
        int from = batch * network.maxBatch();
        Plan plan = network.plan(Math.min(network.maxBatch(), batches.count() - from));
        batches.load(plan, null, from);
        return plan;
    }

    private float[] plus(float[] sum, View output) {
        float[] values = output.toArray();
        space.open(values, output.columns());
        for (int i = 0; sum != null && i < values.length; i++) {
            values[i] += sum[i];
        }
        return values;
    }
}
