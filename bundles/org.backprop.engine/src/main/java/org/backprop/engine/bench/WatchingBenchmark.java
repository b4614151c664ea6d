package org.backprop.engine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

import org.backprop.engine.data.DataException;

/** What recording costs, as a percentage of a step: for our engine and for peers that take the same series. */
public final class WatchingBenchmark {
    /** As many as the sample trains on, so that the event file is flushed as often as there. */
    private static final int SAMPLES = 60_000;

    private static final double MILLIS = 1e3;

    private final Field field;
    private final Contest contest;
    private final List<Integer> normsEvery;
    private final Consumer<Row> results;

    /**
     * A benchmark that hands each result to {@code results} as it comes.
     *
     * @param normsEvery the recordings to measure: norms at every n-th step for each n
     */
    public WatchingBenchmark(Field field, Contest contest, List<Integer> normsEvery, Consumer<Row> results) {
        this.field = field;
        this.contest = contest;
        this.normsEvery = normsEvery;
        this.results = results;
    }

    /** Starts a contestant that watches so, or nobody if it cannot run here. */
    private interface Starter {
        Optional<Contestant> start(int normsEvery) throws IOException;
    }

    /** Measures one workload for our engine and those peers that can run here. */
    public void run(Workload workload, Collection<Peer> peers) throws IOException, DataException {
        try (WorkloadFolder folder = WorkloadFolder.create(workload, SAMPLES)) {
            measure(workload, "backprop", every -> Optional.of(field.ours(folder, workload.threads(), every)));
            for (Peer peer : peers) {
                measure(workload, peer.key(), every -> field.peer(peer, folder, workload.threads(), every));
            }
        }
    }

    private void measure(Workload workload, String who, Starter starter) {
        try {
            List<Contestant> contestants = new ArrayList<>();
            starter.start(0).ifPresent(contestants::add);
            for (int every : normsEvery) {
                starter.start(every).ifPresent(contestants::add);
            }
            if (contestants.size() == normsEvery.size() + 1) {
                report(workload, who, contest.run(contestants));
            }
        } catch (IOException e) {
            field.fail(workload + ", " + who + ": " + e.getMessage());
        } finally {
            field.clear();
        }
    }

    private void report(Workload workload, String who, List<Round> rounds) {
        field.warnIfDisturbed(workload + ", " + who, rounds);
        double[] plain = Round.values(rounds, 0, Measurement::rateWithinEpochs);
        for (int i = 0; i < normsEvery.size(); i++) {
            int watched = i + 1;
            Comparison cost = Comparison.cost(plain, Round.values(rounds, watched, Measurement::rateWithinEpochs));
            results.accept(Row.of(workload)
                    .with("who", who)
                    .with("norms_every", normsEvery.get(i))
                    .with("cost_percent", cost.median(), 3)
                    .with("spread", cost.spread(), 3)
                    .with("plain_steps_per_second", Statistics.median(plain), 5)
                    .with("epoch_end_ms", epochMillis(rounds, watched), 3)
                    .with("foreign_load", Round.foreignLoad(rounds), 2));
        }
    }

    /** Mean time of the end of an epoch; 0 if there was none. */
    private static double epochMillis(List<Round> rounds, int contestant) {
        double seconds = sum(Round.values(rounds, contestant, Measurement::epochSeconds));
        return seconds / Math.max(1, sum(Round.values(rounds, contestant, Measurement::epochs))) * MILLIS;
    }

    private static double sum(double[] values) {
        return DoubleStream.of(values).sum();
    }
}
