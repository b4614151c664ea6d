package org.backprop.engine.train;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.backprop.engine.network.Network;
import org.backprop.engine.train.order.SampleOrder;
import org.backprop.model.Batching;

/** The samples of each batch of a training. */
final class EpochSamples {
    private final Batching batching;
    private final SampleOrder order;
    private int[] samples;
    private int samplesEpoch;
    private ShardLayout shards;

    EpochSamples(Batching batching, SampleOrder order) {
        this.batching = batching;
        this.order = order;
    }

    /** Lets each of so many workers take the samples of its shard alone; 0 if there are no shards. */
    void share(int workers) {
        shards = workers == 0 ? null : new ShardLayout(batching, workers);
    }

    int stepsPerEpoch() {
        return batching.stepsPerEpoch();
    }

    /** See {@link Batching#epoch}. */
    int epoch(long step) {
        return batching.epoch(step);
    }

    /** See {@link Batching#rows}. */
    int rows(long step) {
        return batching.rows(step);
    }

    /** See {@link Batching#from}. */
    int from(long step) {
        return batching.from(step);
    }

    /** The samples of an epoch in their order, or null for the order of the data. */
    int[] of(int epoch) {
        if (samples == null || samplesEpoch != epoch) {
            samples = order.of(epoch);
            if (shards != null) {
                int[] all =
                        samples == null ? IntStream.range(0, batching.samples()).toArray() : samples;
                samples = shards.arrange(all);
            }
            samplesEpoch = epoch;
        }
        return samples;
    }

    /** The samples {@code order[from ..]}, or {@code from ..} if order is null. */
    static int[] slice(int[] order, int from, int count) {
        return order == null
                ? IntStream.range(from, from + count).toArray()
                : Arrays.copyOfRange(order, from, from + count);
    }

    /** The batch after {@code step} steps, as workers get it; the arguments are those of {@link BatchPart}. */
    BatchPart batch(Network network, long step, long maskStep, boolean activations) {
        int epoch = epoch(step);
        return new BatchPart(
                step,
                maskStep,
                epoch,
                0,
                slice(of(epoch), from(step), rows(step)),
                network.maskedLayers().stream()
                        .mapToDouble(layer -> layer.masking().rate())
                        .toArray(),
                activations);
    }
}
