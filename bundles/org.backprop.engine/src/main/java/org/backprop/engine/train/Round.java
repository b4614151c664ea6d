package org.backprop.engine.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive steps of local SGD between two averages, with whole batches or with one worker's part of each.
 *
 * @param steps at least one
 */
public record Round(List<Step> steps) implements Serializable {

    /** Copies the list. */
    public Round {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param batch its batch
     * @param norms whether the norms of its update are wanted
     * @param histograms whether the histograms of gradients and parameters are wanted
     */
    public record Step(BatchPart batch, boolean norms, boolean histograms) implements Serializable {
        private Step with(BatchPart part) {
            return new Step(part, norms, histograms);
        }
    }

    /** The rounds of up to so many workers, each with a part of every batch. */
    public List<Round> split(int workers) {
        List<List<BatchPart>> parts =
                steps.stream().map(step -> step.batch().split(workers)).toList();
        int count = parts.stream().mapToInt(List::size).min().orElseThrow();
        List<Round> rounds = new ArrayList<>();
        for (int worker = 0; worker < count; worker++) {
            List<Step> own = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                own.add(steps.get(i).with(parts.get(i).get(worker)));
            }
            rounds.add(new Round(own));
        }
        return rounds;
    }
}
