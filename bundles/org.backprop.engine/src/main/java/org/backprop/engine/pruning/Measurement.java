package org.backprop.engine.pruning;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.engine.kernels.View;
import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.network.WeightLayer;

/**
 * What a criterion looks at. The network's parameters and statistics stay as they are; its gradient is overwritten.
 *
 * @param network the network
 * @param samples the samples to measure on
 * @param layers the layers that are looked at
 * @param weights the flat parameter vector
 * @param mask 0 for each of its elements that is removed
 * @param seed the run's seed
 * @param step number of steps made so far
 */
record Measurement(
        Network network,
        Samples samples,
        List<WeightLayer> layers,
        float[] weights,
        float[] mask,
        long seed,
        long step) {

    /** Passes batches of samples through the network as in training, each to a visitor after its forward pass. */
    void train(int most, Consumer<Plan> visitor) {
        Optional<View> statistics = network.statisticsVector();
        float[] before = statistics.map(View::toArray).orElse(null);
        pass(most, pass(), visitor);
        statistics.ifPresent(vector -> vector.set(before));
    }

    /** The pass of {@link #train}. */
    Pass pass() {
        return Pass.training(seed, step);
    }

    /** Passes batches of samples through the network as in prediction, each to a visitor. */
    void predict(int most, Consumer<Plan> visitor) {
        pass(most, Pass.INFERENCE, visitor);
    }

    private void pass(int most, Pass pass, Consumer<Plan> visitor) {
        int count = count(most);
        for (int at = 0; at < count; ) {
            Plan plan = network.plan(Math.min(network.maxBatch(), count - at));
            samples.load(plan, at);
            plan.forward(pass);
            visitor.accept(plan);
            at += plan.input().rows();
        }
    }

    /** Number of samples that are measured on. */
    int count(int most) {
        return Math.min(most, samples.count());
    }

    /** Adds the magnitudes of the gradient to {@code sums}, and with {@code factors} their products with those. */
    void addGradientMagnitudes(int most, float[] factors, double[] sums) {
        View gradient = network.gradientVector().orElseThrow();
        Pass pass = pass();
        train(most, plan -> {
            plan.backward(pass);
            float[] values = gradient.toArray();
            double share = (double) plan.input().rows() / count(most);
            for (int i = 0; i < values.length; i++) {
                sums[i] += share * Math.abs(factors == null ? values[i] : values[i] * factors[i]);
            }
        });
    }
}
