package org.backprop.engine.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

import org.backprop.engine.data.DataException;

/** What recording costs, as a percentage of a step: for our engine and for peers that take the same series. */
public final class WatchingBenchmark {
    /** As many as the sample trains on, so that an epoch is as long as there; fewer where they are larger. */
    private static final int SAMPLES = 60_000;

    private static final int MOST_VALUES = SAMPLES * 784;

    private static final double MILLIS = 1e3;

    private final Field field;
    private final Contest contest;
    private final Consumer<Row> results;

    /** A benchmark that hands each result to {@code results} as it comes. */
    public WatchingBenchmark(Field field, Contest contest, Consumer<Row> results) {
        this.field = field;
        this.contest = contest;
        this.results = results;
    }

    /** Starts a contestant that is not watched and one that is, or nobody if they cannot run here. */
    private interface Starter {
        List<Contestant> start() throws IOException;
    }

    /** Measures one workload for our engine and those peers that can run here. */
    public void run(Workload workload, Collection<Peer> peers) throws IOException, DataException {
        int samples = (int) Math.min(SAMPLES, MOST_VALUES / workload.inputs());
        try (WorkloadFolder folder = WorkloadFolder.create(workload, samples)) {
            int threads = workload.threads();
            measure(workload, "backprop", () -> field.oursTwice(folder, threads));
            for (Peer peer : peers) {
                measure(workload, peer.key(), () -> field.peerTwice(peer, folder, threads));
            }
        }
    }

    private void measure(Workload workload, String who, Starter starter) {
        try {
            List<Contestant> contestants = starter.start();
            if (!contestants.isEmpty()) {
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
        Comparison cost = Comparison.cost(plain, Round.values(rounds, 1, Measurement::rateWithinEpochs));
        results.accept(Row.of(workload)
                .with("who", who)
                .with("cost_percent", cost.median(), 3)
                .with("spread", cost.spread(), 3)
                .with("plain_steps_per_second", Statistics.median(plain), 5)
                .with("epoch_end_ms", epochMillis(rounds, 1), 3)
                .with("foreign_load", Round.foreignLoad(rounds), 2));
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
