package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.network.Network;
import org.backprop.engine.update.Updates;

/**
 * Where the rounds of local SGD end, as a function of the step alone: in each epoch after every {@link LocalSgd#averageEvery}
 * steps, where the epoch ends, where weights are to be removed or a snapshot is to be kept, and before a batch that is too small
 * for as many workers as the others of the round.
 */
final class RoundPlan {
    private final Network network;
    private final EpochSamples samples;
    private final DropoutSettings dropout;
    private final Updates updates;
    private final ScheduledPruning pruning;
    private final TrainingMemory memory;
    private final LocalSgd workers;

    /** @param pruning null if the model has none */
    RoundPlan(
            Network network,
            EpochSamples samples,
            DropoutSettings dropout,
            Updates updates,
            ScheduledPruning pruning,
            TrainingMemory memory,
            LocalSgd workers) {
        this.network = network;
        this.samples = samples;
        this.dropout = dropout;
        this.updates = updates;
        this.pruning = pruning;
        this.memory = memory;
        this.workers = workers;
    }

    /** The round that begins after so many steps. */
    Round after(long step, Watch watch) {
        List<Round.Step> steps = new ArrayList<>();
        long next = step;
        do {
            steps.add(new Round.Step(
                    samples.batch(network, next, dropout.maskStep(next), watch.wantsActivations(next + 1)),
                    watch.wantsNorms(next + 1),
                    watch.wantsHistograms(next + 1)));
            next++;
        } while (!isEnd(step, next));
        return new Round(steps);
    }

    private boolean isEnd(long begin, long step) {
        long inEpoch = step % samples.stepsPerEpoch();
        return inEpoch % workers.averageEvery() == 0
                || parts(step) != parts(begin)
                || updates.beginsWith(step + 1) && isAwaited(updates.made(step));
    }

    private int parts(long step) {
        return BatchPart.parts(samples.rows(step), workers.workers());
    }

    private boolean isAwaited(long update) {
        return memory.awaits(update) || pruning != null && pruning.isDue(update);
    }
}
