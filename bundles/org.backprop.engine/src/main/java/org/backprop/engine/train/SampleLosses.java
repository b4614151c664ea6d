package org.backprop.engine.train;

import org.backprop.engine.data.Dataset;
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
        Batches batches = new Batches(network, data);
        Plan plan = network.plan(1);
        float[] losses = new float[data.count()];
        for (int i = 0; i < losses.length; i++) {
            batches.load(plan, null, i);
            plan.forward(Pass.INFERENCE);
            float loss = (float) plan.loss();
            losses[i] = Float.isFinite(loss) ? loss : Float.MAX_VALUE;
        }
        return losses;
    }
}
