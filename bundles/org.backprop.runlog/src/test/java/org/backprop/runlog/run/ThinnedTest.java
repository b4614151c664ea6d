package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class ThinnedTest {
    private final Thinned<String> thinned = new Thinned<>(200);

    @Test
    void aMillionValuesLeaveAtMostTwoHundredAtEvenDistances() {
        add(1, 1_000_000);
        List<Long> steps = steps();
        assertTrue(steps.size() > 90 && steps.size() <= 200, () -> steps.size() + " kept");
        long distance = steps.get(1) - steps.get(0);
        for (int i = 1; i < steps.size() - 1; i++) {
            assertEquals(distance, steps.get(i) - steps.get(i - 1));
        }
    }

    @Test
    void theFirstAndTheNewestAreAlwaysThere() {
        for (int last = 1; last <= 1000; last++) {
            add(last, last);
            assertEquals(1, steps().getFirst());
            assertEquals(last, steps().getLast());
        }
    }

    @Test
    void valuesOfLaterStepsAreSuperseded() {
        add(1, 1000);
        add(500, 501);
        assertEquals(501, steps().getLast());
        assertTrue(steps().stream().filter(step -> step >= 500).count() <= 2);
    }

    private void add(long from, long to) {
        for (long step = from; step <= to; step++) {
            thinned.add(new Recorded<>(step, step, "value"));
        }
    }

    private List<Long> steps() {
        return thinned.all().stream().map(Recorded::step).toList();
    }
}
