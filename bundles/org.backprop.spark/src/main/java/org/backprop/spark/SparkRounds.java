package org.backprop.spark;

import org.backprop.engine.train.LocalSgd;
import org.backprop.engine.train.PartWorker;
import org.backprop.engine.train.Round;
import org.backprop.engine.train.RoundStart;
import org.backprop.engine.train.RoundSums;

/**
 * Rounds of local SGD, each a job of Spark.
 *
 * @param group the workers
 * @param averageEvery steps of a round
 */
record SparkRounds(SparkWorkers group, int averageEvery) implements LocalSgd {
    @Override
    public int workers() {
        return group.count();
    }

    @Override
    public RoundSums round(Round round, RoundStart start) {
        return group.compute(
                round.split(workers()),
                start,
                PartWorker::round,
                RoundSums::sum,
                "the round after step " + round.steps().getFirst().batch().step());
    }

    @Override
    public int shards() {
        return group.shards();
    }
}
