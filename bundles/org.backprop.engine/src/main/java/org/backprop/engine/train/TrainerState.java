package org.backprop.engine.train;

import java.util.List;
import java.util.Map;

import org.backprop.engine.network.NamedTensor;

/**
 * Everything needed to continue a run bit for bit. Random numbers need no state: they are functions of seed, epoch and
 * step.
 *
 * @param step number of steps made; with the number of samples and the batch size it also gives the epoch and the
 *     position in it
 * @param epochProgress sums over the batches of the unfinished epoch
 * @param parameters all parameters and statistics in network order
 * @param optimizer all optimizer state, slot by slot; empty for plain SGD
 * @param numbers what the schedule and the stopping rules remember, by name
 */
public record TrainerState(
        long step,
        EpochProgress epochProgress,
        List<NamedTensor> parameters,
        List<NamedTensor> optimizer,
        Map<String, Double> numbers) {

    /** A state without numbers. */
    public TrainerState(
            long step, EpochProgress epochProgress, List<NamedTensor> parameters, List<NamedTensor> optimizer) {
        this(step, epochProgress, parameters, optimizer, Map.of());
    }
}
