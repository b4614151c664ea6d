package org.backprop.ui.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.tensor.BitMask;
import org.backprop.runlog.tensor.Tensor;

/** Writes five runs at once, each of 40 layers with norms, distributions and masks, twenty steps in each tenth of a second. */
final class LiveRuns implements AutoCloseable {
    static final int RUNS = 5;
    static final int LAYERS = 40;

    private static final int INTERVAL = 100;
    private static final int STEPS = 20;
    private static final int UNITS = 256;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger updates = new AtomicInteger();
    private final List<RunWriter> writers = new ArrayList<>();
    private final Random random = new Random(1);
    private final Tensor mask;
    private final Histogram histogram;

    LiveRuns(Path runs) throws IOException {
        byte[] bits = new byte[UNITS * UNITS / 8];
        random.nextBytes(bits);
        mask = BitMask.of(bits, UNITS, UNITS).toTensor();
        histogram = Histogram.of(new float[] {0.1f, 0.2f, 0.5f, 1}, 0, 4, 30);
        for (int i = 0; i < RUNS; i++) {
            writers.add(RecordedRun.begin(runs, "live" + i));
        }
        update();
        thread.scheduleAtFixedRate(this::update, INTERVAL, INTERVAL, TimeUnit.MILLISECONDS);
    }

    private void update() {
        int update = updates.getAndIncrement();
        try {
            for (RunWriter writer : writers) {
                for (int step = update * STEPS + 1; step <= (update + 1) * STEPS; step++) {
                    scalars(writer, step);
                }
                long last = (update + 1L) * STEPS;
                for (int layer = 0; layer < LAYERS; layer++) {
                    writer.scalar("sparsity/layer" + layer, last, 0.5);
                    writer.histogram("weights/layer" + layer, last, histogram);
                    writer.tensor("mask/layer" + layer + ".weight", last, mask);
                }
                writer.scalar("loss/validation", last, 1.1 / last);
                writer.scalar("accuracy/validation", last, 0.5);
                writer.flush();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void scalars(RunWriter writer, long step) throws IOException {
        writer.scalar("loss/train", step, 1.0 / step + 0.1 * random.nextDouble());
        writer.scalar("learning_rate", step, 0.001);
        for (int layer = 0; layer < LAYERS; layer++) {
            writer.scalar("gradient_norm/layer" + layer, step, random.nextDouble());
            writer.scalar("update_ratio/layer" + layer, step, 0.001 * random.nextDouble());
        }
    }

    /** How many updates are written. */
    int updates() {
        return updates.get();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        thread.shutdown();
        thread.awaitTermination(1, TimeUnit.MINUTES);
        for (RunWriter writer : writers) {
            writer.finish(Outcome.COMPLETED, Optional.empty());
        }
    }
}
