package org.backprop.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class PeersBenchmarkTest {
    private static final Workload WORKLOAD = new Workload(BenchNetwork.MLP, BenchOptimizer.ADAM, 32, 2);

    private final FakeContestant ours = new FakeContestant("ours 1.0", 300, 0.5);
    private final FakeContestant same = new FakeContestant("PyTorch 9", 100, 0.50001);
    private final FakeContestant other = new FakeContestant("PyTorch 9", 100, 0.6);
    private final List<String> messages = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** torch does the same work, torch_fused another, torch_compiled cannot run. */
    private final Launcher launcher = new Launcher() {
        @Override
        public Contestant ours(WorkloadFolder folder, int threads) {
            return ours;
        }

        @Override
        public List<Contestant> oursTwice(WorkloadFolder folder, int threads) {
            return List.of(ours, ours);
        }

        @Override
        public Contestant peer(Peer peer, WorkloadFolder folder, int threads, boolean watched)
                throws UnavailableException {
            return switch (peer) {
                case TORCH -> same;
                case TORCH_FUSED -> other;
                default -> throw new UnavailableException("install something");
            };
        }
    };

    private final Field field = new Field(launcher, messages::add);

    private void run(boolean json, Peer... peers) throws Exception {
        Report report = new Report(
                new PrintStream(out, true), json, () -> "machine; " + String.join("; ", field.descriptions()));
        new PeersBenchmark(field, new Contest(3, 0.1), report::add).run(WORKLOAD, List.of(peers));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aResultIsOneJsonObjectALine() throws Exception {
        run(true, Peer.TORCH);
        assertEquals(1, lines().size());
        JsonObject row = JsonParser.parseString(lines().getFirst()).getAsJsonObject();
        assertEquals("mlp", row.get("network").getAsString());
        assertEquals(32, row.get("batch").getAsInt());
        assertEquals("adam", row.get("optimizer").getAsString());
        assertEquals(2, row.get("threads").getAsInt());
        assertEquals("torch", row.get("peer").getAsString());
        assertEquals(3, row.get("ratio").getAsDouble(), 1e-3);
        assertEquals(0, row.get("spread").getAsDouble(), 1e-3);
        assertFalse(field.hasFailed());
    }

    @Test
    void theTableBeginsWithTheMachineAndTheContestants() throws Exception {
        run(false, Peer.TORCH);
        assertEquals("machine; ours 1.0; PyTorch 9", lines().getFirst());
        assertTrue(lines().get(1).startsWith("network "), lines()::toString);
        assertTrue(lines().get(2).startsWith("mlp "), lines()::toString);
        assertEquals(
                lines().get(1).indexOf("ratio") + "ratio".length(),
                lines().get(2).indexOf("3.00") + 4);
    }

    @Test
    void aPeerThatCannotRunIsNamedOnceAndTheOthersAreMeasured() throws Exception {
        run(true, Peer.TORCH_COMPILED, Peer.TORCH);
        run(true, Peer.TORCH_COMPILED, Peer.TORCH);
        assertEquals(List.of("torch_compiled is skipped: install something"), messages);
        assertEquals(2, lines().size());
        assertFalse(field.hasFailed());
    }

    @Test
    void aPeerThatReachesAnotherLossIsReportedAndNotRated() throws Exception {
        run(true, Peer.TORCH_FUSED);
        assertEquals(List.of(), lines());
        assertEquals(1, messages.size());
        assertTrue(messages.getFirst().contains("our loss is 0.500000, the peer's 0.600000"), messages::toString);
        assertTrue(field.hasFailed());
    }

    @Test
    void aPeerThatDoesNotKnowTheNetworkIsLeftOut() throws Exception {
        Workload lstm = new Workload(BenchNetwork.LSTM, BenchOptimizer.SGD, 32, 2);
        Report report = new Report(new PrintStream(out, true), true, () -> "");
        new PeersBenchmark(field, new Contest(1, 0.1), report::add).run(lstm, List.of(Peer.DL4J, Peer.TORCH));
        assertEquals(List.of(), messages);
        assertEquals(1, lines().size());
        assertTrue(lines().getFirst().contains("\"peer\":\"torch\""), lines()::toString);
    }

    @Test
    void everyContestantIsClosed() throws Exception {
        run(true, Peer.TORCH, Peer.TORCH_FUSED);
        assertTrue(ours.isClosed() && same.isClosed() && other.isClosed());
    }
}
