package org.backprop.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.Network;
import org.backprop.model.Batching;
import org.backprop.model.Model;

/** Workers of local SGD in this process. */
final class LocalWorkers implements LocalSgd {
    private final int averageEvery;
    private final List<PartWorker> workers;
    private final List<Round> rounds = new ArrayList<>();

    /** @param networks compiles one for each worker */
    LocalWorkers(Model model, Dataset data, Supplier<Network> networks, int workers, int averageEvery) {
        this.averageEvery = averageEvery;
        int steps = Batching.of(model.training(), data.count()).stepsPerEpoch();
        this.workers = IntStream.range(0, workers)
                .mapToObj(i -> new PartWorker(networks.get(), model.training(), data, Optional.empty(), steps))
                .toList();
    }

    @Override
    public int averageEvery() {
        return averageEvery;
    }

    @Override
    public int workers() {
        return workers.size();
    }

    @Override
    public RoundSums round(Round round, RoundStart start) {
        rounds.add(round);
        List<Round> split = round.split(workers());
        return RoundSums.sum(IntStream.range(0, split.size())
                .mapToObj(i -> workers.get(i).round(split.get(i), start))
                .toList());
    }

    /** The number of steps of each round so far. */
    List<Integer> lengths() {
        return rounds.stream().map(round -> round.steps().size()).toList();
    }
}
