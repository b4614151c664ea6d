package org.backprop.engine.train;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;

/** Measures the loss of each sample by itself, without penalties. */
public final class SampleLosses {

    private SampleLosses() {}

    /**
     * The losses with the current parameters; what is not finite counts as the greatest number.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public static float[] of(Network network, Dataset data) {
        return of(network, data, IntStream.range(0, data.count()).toArray(), Progress.NONE);
    }

    /**
     * The losses of the samples with the given indices, in that order; as above.
     *
     * @throws CancellationException if {@code progress} is canceled
     */
    public static float[] of(Network network, Dataset data, int[] samples, Progress progress) {
        Batches batches = new Batches(network, data);
        Plan plan = network.plan(1);
        float[] losses = new float[samples.length];
        for (int i = 0; i < losses.length; i++) {
            batches.load(plan, samples, i);
            plan.forward(Pass.INFERENCE);
            float loss = (float) plan.loss();
            losses[i] = Float.isFinite(loss) ? loss : Float.MAX_VALUE;
            progress.report(i + 1L, losses.length);
            if (progress.canceled()) {
                throw new CancellationException();
            }
        }
        return losses;
    }
}
