package org.backprop.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ContestTest {
    private static final int ROUNDS = 3;
    private static final double SECONDS = 0.5;

    private final List<String> turns = new ArrayList<>();
    private final Contestant slow = new FakeContestant("slow", 100, 1, turns);
    private final Contestant fast = new FakeContestant("fast", 1000, 1, turns);
    private final Contest contest = new Contest(ROUNDS, SECONDS);

    @Test
    void contestantsTakeTurnsAfterEachHasWarmedUp() throws IOException {
        List<Round> rounds = contest.run(List.of(slow, fast));
        assertEquals(ROUNDS, rounds.size());
        int warmUps = turns.lastIndexOf("slow") + 2;
        List<String> measured = turns.subList(warmUps - 2 * ROUNDS, warmUps);
        assertEquals(List.of("slow", "fast", "slow", "fast", "slow", "fast"), measured);
    }

    @Test
    void everyTurnTakesTheTimeAskedFor() throws IOException {
        for (Round round : contest.run(List.of(slow, fast))) {
            assertEquals(50, round.measurements().getFirst().steps());
            assertEquals(500, round.measurements().getLast().steps());
            assertTrue(round.foreignLoad() >= 0 && round.foreignLoad() <= 1);
        }
    }

    @Test
    void theLoadOfAMachineIsItsBusyTimeAndWhatWasStolen() {
        String stat = "cpu  100 200 300 5000 700 10 20 30 0 0\ncpu0 1 2 3 4 5 6 7 8 9 10\n";
        assertEquals(6.6, ForeignLoad.busySeconds(stat), 1e-9);
    }
}
