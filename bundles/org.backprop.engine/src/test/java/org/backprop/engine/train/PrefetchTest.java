package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Splits;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.random.RandomSequence;
import org.backprop.model.CropAugmentation;
import org.backprop.model.CutmixAugmentation;
import org.backprop.model.FlipAugmentation;
import org.backprop.model.MixupAugmentation;
import org.backprop.model.NoiseAugmentation;
import org.backprop.model.RotateAugmentation;
import org.backprop.model.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.ThreadMXBean;

class PrefetchTest {

    private static final int SAMPLES = 100;
    private static final int WIDTH = 3 * 8 * 8;
    private static final int BATCH = 16;

    private final Augmenter augmenter = augmenter();

    private static Augmenter augmenter() {
        RandomSequence random = new RandomSequence(1, 1);
        float[] features = new float[SAMPLES * WIDTH];
        for (int i = 0; i < features.length; i++) {
            features[i] = random.nextUniform();
        }
        Dataset data = new Dataset(Shape.of(3, 8, 8), features, new int[SAMPLES], null, List.of("a"));
        return Augmenter.of(
                        List.of(
                                new FlipAugmentation(0.5, 0.5),
                                new RotateAugmentation(180),
                                new CropAugmentation(2),
                                new NoiseAugmentation(0.1),
                                new MixupAugmentation(0.4, 1),
                                new CutmixAugmentation(1, 0.5)),
                        new Splits(data, data, data),
                        3)
                .orElseThrow();
    }

    private Prefetch prefetch() {
        return new Prefetch(augmenter, SAMPLES, WIDTH, BATCH);
    }

    private static List<float[]> epochs(Prefetch prefetch) {
        List<float[]> batches = new ArrayList<>();
        for (int epoch = 0; epoch < 3; epoch++) {
            int[] order = epoch == 0 ? null : new RandomSequence(7, epoch).permutation(SAMPLES);
            for (int from = 0; from < SAMPLES; from += BATCH) {
                int count = Math.min(BATCH, SAMPLES - from);
                AugmentedBatch batch = prefetch.take(epoch, order, from, count);
                batches.add(Arrays.copyOf(batch.features(), count * WIDTH));
                batches.add(Arrays.copyOf(batch.targets(), count));
            }
        }
        return batches;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theBatchesAreTheSameForAnyNumberOfThreads(int threads) {
        List<float[]> alone = epochs(prefetch());
        try (Prefetch prefetch = prefetch()) {
            prefetch.open(threads);
            List<float[]> together = epochs(prefetch);
            assertEquals(alone.size(), together.size());
            for (int i = 0; i < alone.size(); i++) {
                assertArrayEquals(alone.get(i), together.get(i));
            }
        }
    }

    @Test
    void anotherBatchThanTheOneMadeAheadIsMadeAnew() {
        try (Prefetch prefetch = prefetch()) {
            prefetch.open(1);
            float[] first = prefetch.take(0, null, 0, BATCH).features().clone();
            prefetch.take(4, null, 32, 5);
            assertArrayEquals(first, prefetch.take(0, null, 0, BATCH).features());
        }
    }

    @Test
    void closingEndsTheThreadsAndBatchesAreStillMade() {
        Prefetch prefetch = prefetch();
        prefetch.open(2);
        float[] first = prefetch.take(0, null, 0, BATCH).features().clone();
        prefetch.close();
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("backprop-augmentation")));
        prefetch.take(0, null, BATCH, BATCH);
        assertArrayEquals(first, prefetch.take(0, null, 0, BATCH).features());
    }

    @Test
    void nothingIsAllocatedAfterTheFirstBatches() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Prefetch prefetch = prefetch()) {
            prefetch.open(1);
            long[] ids = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread ->
                            thread == Thread.currentThread() || thread.getName().startsWith("backprop-augmentation"))
                    .mapToLong(Thread::threadId)
                    .toArray();
            assertEquals(2, ids.length);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 200 && least > 0; round++) {
                long before = allocated(threads, ids);
                for (int from = 0; from < SAMPLES; from += BATCH) {
                    prefetch.take(round, null, from, Math.min(BATCH, SAMPLES - from));
                }
                least = Math.min(least, allocated(threads, ids) - before);
            }
            assertEquals(0, least, "bytes in an epoch");
        }
    }

    private static long allocated(ThreadMXBean threads, long[] ids) {
        long sum = 0;
        for (long id : ids) {
            sum += threads.getThreadAllocatedBytes(id);
        }
        return sum;
    }
}
