package org.backprop.runlog.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.backprop.runlog.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TensorHistoryTest {
    private static final int ENTRY = 256 + 8;

    private static void add(TensorHistory history, String tag, long step) {
        history.add(tag, new Recorded<>(step, 0, Tensor.longs(new long[] {step})));
    }

    private static List<Long> steps(TensorHistory history, String tag) {
        return history.all().get(tag).stream().map(Recorded::step).toList();
    }

    @Test
    void everythingIsKeptWhileThereIsRoom() {
        TensorHistory history = new TensorHistory();
        LongStream.rangeClosed(1, 100).forEach(step -> add(history, "a", step));
        assertEquals(LongStream.rangeClosed(1, 100).boxed().toList(), steps(history, "a"));
        assertEquals(100, history.newest().get("a").step());
    }

    @Test
    void oldOnesAreThinnedEvenlyAndTheNewestStay() {
        TensorHistory history = new TensorHistory(40 * ENTRY, 1000);
        LongStream.rangeClosed(1, 1000).forEach(step -> add(history, "a", step));
        List<Long> steps = steps(history, "a");
        assertEquals(40, steps.size());
        assertEquals(1, steps.getFirst());
        assertEquals(LongStream.rangeClosed(992, 1000).boxed().toList(), steps.subList(31, 40));
        long widest = IntStream.range(1, 40)
                .mapToLong(i -> steps.get(i) - steps.get(i - 1))
                .max()
                .orElseThrow();
        assertTrue(widest <= 4 * 1000 / 30, () -> "gap of " + widest + " in " + steps);
    }

    @Test
    void theBytesOfAllTagsTogetherAreBounded() {
        TensorHistory history = new TensorHistory(50 * ENTRY, 1000);
        for (int step = 1; step <= 300; step++) {
            for (int tag = 0; tag < 10; tag++) {
                add(history, "tag" + tag, step);
            }
        }
        assertEquals(50, history.all().values().stream().mapToInt(List::size).sum());
        history.newest().values().forEach(newest -> assertEquals(300, newest.step()));
    }

    @Test
    void theNewestStaysHoweverLargeItIs() {
        TensorHistory history = new TensorHistory(100, 1000);
        add(history, "a", 1);
        add(history, "a", 2);
        add(history, "b", 2);
        assertEquals(List.of(2L), steps(history, "a"));
        assertEquals(List.of(2L), steps(history, "b"));
    }

    @Test
    void aTrainingThatGoesOnFromACheckpointSupersedesWhatCameAfterIt() {
        TensorHistory history = new TensorHistory();
        LongStream.rangeClosed(1, 5).forEach(step -> add(history, "a", step));
        add(history, "b", 4);
        history.supersede(3);
        assertEquals(List.of(1L, 2L), steps(history, "a"));
        assertEquals(1, history.tags());
        add(history, "a", 2);
        assertEquals(List.of(1L, 2L), steps(history, "a"));
    }

    @Test
    void theListOfATagThatDidNotChangeIsNotCopiedAgain() {
        TensorHistory history = new TensorHistory();
        add(history, "a", 1);
        List<Recorded<Tensor>> before = history.all().get("a");
        add(history, "b", 2);
        assertSame(before, history.all().get("a"));
    }
}
