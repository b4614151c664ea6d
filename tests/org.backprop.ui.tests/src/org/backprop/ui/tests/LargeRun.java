package org.backprop.ui.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.tensor.BitMask;
import org.backprop.runlog.tensor.Tensor;

/** Writes a run of 60 layers of 4096 units at ten updates a second, in which each update changes every mask. */
final class LargeRun implements AutoCloseable {
    static final int LAYERS = 60;
    static final int UNITS = 4096;

    private static final int INTERVAL = 100;
    private static final int INPUTS = 64;
    private static final int VARIANTS = 2;
    private static final int BUCKETS = 300;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger updates = new AtomicInteger();
    private final Tensor[] large = new Tensor[VARIANTS];
    private final Tensor[] small = new Tensor[VARIANTS];
    private final Histogram[] saliency = new Histogram[VARIANTS];
    private final RunWriter writer;

    LargeRun(Path runs) throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < VARIANTS; i++) {
            large[i] = mask(random, UNITS, UNITS);
            small[i] = mask(random, UNITS, INPUTS);
            float[] values = new float[UNITS];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) Math.exp(random.nextGaussian() * 2);
            }
            saliency[i] = Histogram.of(values, 0, values.length, BUCKETS);
        }
        writer = PrunedRun.begin(runs, "large");
        update();
        thread.scheduleAtFixedRate(this::update, INTERVAL, INTERVAL, TimeUnit.MILLISECONDS);
    }

    private static Tensor mask(Random random, int rows, int columns) {
        byte[] bits = new byte[rows * columns / 8];
        random.nextBytes(bits);
        return BitMask.of(bits, rows, columns).toTensor();
    }

    private void update() {
        int update = updates.getAndIncrement();
        int variant = update % VARIANTS;
        try {
            for (int i = 0; i < LAYERS; i++) {
                String layer = "layer" + i;
                writer.scalar("sparsity/" + layer, update, 0.5 + 0.001 * variant);
                writer.histogram("weights/" + layer, update, saliency[variant]);
                writer.histogram("saliency/" + layer, update, saliency[variant]);
                writer.tensor("mask/" + layer + ".weight", update, i == 0 ? large[variant] : small[variant]);
            }
            writer.scalar("sparsity", update, 0.5 + 0.001 * variant);
            writer.scalar("pruning/threshold", update, 1);
            writer.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
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
        writer.close();
    }
}
