package org.backprop.engine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.engine.data.DataException;

/** How many times faster than its peers our engine makes a step. */
public final class PeersBenchmark {
    private static final int SAMPLES = 4096;

    private final Field field;
    private final Contest contest;
    private final Consumer<Row> results;

    /** A benchmark that hands each result to {@code results} as it comes. */
    public PeersBenchmark(Field field, Contest contest, Consumer<Row> results) {
        this.field = field;
        this.contest = contest;
        this.results = results;
    }

    /** Measures one workload against those peers that know the network, can run here and do the same work. */
    public void run(Workload workload, Collection<Peer> peers) throws IOException, DataException {
        try (WorkloadFolder folder = WorkloadFolder.create(workload, SAMPLES)) {
            try {
                measure(workload, folder, peers);
            } catch (IOException e) {
                field.fail(workload + ": " + e.getMessage());
            } finally {
                field.clear();
            }
        }
    }

    private void measure(Workload workload, WorkloadFolder folder, Collection<Peer> peers) throws IOException {
        Contestant ours = field.ours(folder, workload.threads());
        double loss = LossCheck.loss(ours);
        List<Peer> names = new ArrayList<>();
        List<Contestant> contestants = new ArrayList<>(List.of(ours));
        for (Peer peer :
                peers.stream().filter(peer -> peer.trains(workload.network())).toList()) {
            Optional<Contestant> rival = field.peer(peer, folder, workload.threads(), false);
            if (rival.isPresent() && agrees(workload, loss, peer, rival.get())) {
                names.add(peer);
                contestants.add(rival.get());
            }
        }
        if (!names.isEmpty()) {
            report(workload, ours, names, contest.run(contestants));
        }
    }

    private boolean agrees(Workload workload, double loss, Peer peer, Contestant rival) {
        Optional<String> complaint;
        try {
            complaint = LossCheck.complaint(
                    loss, LossCheck.loss(rival), workload.network().isRandom());
        } catch (IOException e) {
            complaint = Optional.of(e.getMessage());
        }
        complaint.ifPresent(text -> field.fail(workload + ", " + peer.key() + ": " + text));
        return complaint.isEmpty();
    }

    private void report(Workload workload, Contestant ours, List<Peer> names, List<Round> rounds) {
        field.warnIfDisturbed(workload.toString(), rounds);
        double[] rates = Round.values(rounds, 0, Measurement::rate);
        for (int i = 0; i < names.size(); i++) {
            double[] peerRates = Round.values(rounds, i + 1, Measurement::rate);
            Comparison ratio = Comparison.ratio(rates, peerRates);
            results.accept(Row.of(workload)
                    .with("peer", names.get(i).key())
                    .with("ratio", ratio.median(), 4)
                    .with("spread", ratio.spread(), 3)
                    .with("kernels", ours.description())
                    .with("steps_per_second", Statistics.median(rates), 5)
                    .with("peer_steps_per_second", Statistics.median(peerRates), 5)
                    .with("foreign_load", Round.foreignLoad(rounds), 2));
        }
    }
}
