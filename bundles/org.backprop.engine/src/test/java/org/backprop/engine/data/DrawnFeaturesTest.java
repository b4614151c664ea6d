package org.backprop.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DrawnFeaturesTest {
    private static final int MANY = 20_000;

    private final AtomicIntegerArray drawn = new AtomicIntegerArray(2 * MANY);
    private final CountDownLatch held = new CountDownLatch(1);
    private boolean hold;

    /** Sample i is i and its half. Samples before 100 wait, if they shall. */
    private final class Halves implements Generator {
        @Override
        public Shape shape() {
            return Shape.of(2);
        }

        @Override
        public List<String> classes() {
            return List.of("even", "odd");
        }

        @Override
        public float draw(int index, float[] features, int offset) {
            if (hold && index < 100) {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            drawn.incrementAndGet(index);
            features[offset] = index;
            features[offset + 1] = index / 2f;
            return index % 2;
        }
    }

    private DrawnFeatures features(Progress progress) {
        int[] indices = IntStream.range(0, MANY).map(i -> 2 * MANY - 1 - i).toArray();
        return new DrawnFeatures(new Halves(), indices, new float[2 * MANY], new float[MANY], progress);
    }

    @Test
    void everySampleIsDrawnOnceHoweverManyThreadsAskForIt() {
        DrawnFeatures features = features(Progress.NONE);
        int[] order = IntStream.range(0, MANY).map(i -> i * 7919 % MANY).toArray();
        IntStream.range(0, 8).parallel().forEach(part -> {
            for (int from = 0; from < MANY; from += 100) {
                float[] values = features.values(order, from, 100);
                for (int i = from; i < from + 100; i++) {
                    assertEquals(2 * MANY - 1 - order[i], values[2 * order[i]]);
                }
            }
        });
        float[] all = features.values();
        float[] one = new float[2];
        for (int i = 0; i < MANY; i++) {
            assertEquals(1, drawn.get(MANY + i));
            features.read(i, one, 0);
            assertArrayEquals(new float[] {all[2 * i], all[2 * i + 1]}, one);
            assertEquals((2 * MANY - 1 - i) / 2f, one[1]);
        }
    }

    @Test
    void theFirstBatchDoesNotWaitForTheOthers() {
        hold = true;
        int[] indices = IntStream.range(0, MANY).toArray();
        DrawnFeatures features =
                new DrawnFeatures(new Halves(), indices, new float[2 * MANY], new float[MANY], Progress.NONE);
        float[] values = features.values(null, 1000, 10);
        assertEquals(1009, values[2 * 1009]);
        assertEquals(0, values[2]);
        held.countDown();
        assertEquals(1, features.values()[2]);
    }

    @Test
    void aCanceledReadingEnds() {
        Progress canceled = new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public boolean canceled() {
                return true;
            }
        };
        DrawnFeatures features = features(canceled);
        assertThrows(CancellationException.class, features::values);
        assertEquals(0, drawn.get(2 * MANY - 1));
    }
}
