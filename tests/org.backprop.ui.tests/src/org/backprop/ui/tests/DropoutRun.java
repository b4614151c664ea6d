package org.backprop.ui.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.tensor.BitMask;
import org.backprop.runlog.tensor.Tensor;

/** Writes the masks of layers into a run: in each mask, a share of the units is kept at random. */
final class DropoutRun {
    static final int SAMPLES = 4;

    /** A layer that keeps a share of its units. */
    record Drops(String name, int units, double keep) {}

    private final Random random = new Random(1);
    private final List<Drops> layers;
    private final long[][] kept;
    private long drawn;

    DropoutRun(List<Drops> layers) {
        this.layers = layers;
        kept = layers.stream().map(layer -> new long[layer.units()]).toArray(long[][]::new);
    }

    /** Writes a run of 40 recorded steps, each tenth one. */
    static Path write(Path runs, String name, List<Drops> layers) throws IOException {
        RunWriter writer = RecordedRun.begin(runs, name);
        DropoutRun run = new DropoutRun(layers);
        for (int step = 10; step <= 400; step += 10) {
            run.record(writer, step, -1);
        }
        writer.scalar("watching/cost", 400, 0.0125);
        writer.finish(Outcome.COMPLETED, Optional.empty());
        return writer.folder().path();
    }

    /** Records a step; the unit {@code stuck} of each layer is always dropped. */
    void record(RunWriter writer, long step, int stuck) throws IOException {
        drawn += SAMPLES;
        writer.scalar("loss/train", step, 1.0 / step);
        for (int i = 0; i < layers.size(); i++) {
            Drops layer = layers.get(i);
            float[] values = new float[SAMPLES * layer.units()];
            int count = 0;
            for (int j = 0; j < values.length; j++) {
                int unit = j % layer.units();
                values[j] = unit != stuck && random.nextFloat() < layer.keep() ? 1 : 0;
                kept[i][unit] += (long) values[j];
                count += (int) values[j];
            }
            if (step == 10) {
                writer.scalar("dropout_rate/" + layer.name(), step, 1 - layer.keep());
            }
            writer.scalar("dropout_kept/" + layer.name(), step, (double) count / values.length);
            BitMask mask = BitMask.ofNonZero(values, SAMPLES, layer.units());
            writer.tensor("dropout_mask/" + layer.name(), step, mask.toTensor());
            long[] counts = java.util.Arrays.copyOf(kept[i], 2 * layer.units());
            java.util.Arrays.fill(counts, layer.units(), counts.length, drawn);
            writer.tensor("dropout_counts/" + layer.name(), step, Tensor.longs(counts, 2, layer.units()));
        }
        writer.flush();
    }
}
