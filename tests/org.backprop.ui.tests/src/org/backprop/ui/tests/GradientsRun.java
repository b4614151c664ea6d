package org.backprop.ui.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunWriter;

/** Writes what a training of two layers records of them: 300 steps, of which each third one is clipped. */
final class GradientsRun {
    static final int STEPS = 300;

    private static final List<String> LAYERS = List.of("hidden", "scores");
    private static final int VALUES = 500;
    private static final int BUCKETS = 40;

    private GradientsRun() {}

    static Path write(Path runs, String name) throws IOException {
        Random random = new Random(1);
        RunWriter writer = RecordedRun.begin(runs, name);
        for (int step = 1; step <= STEPS; step++) {
            writer.scalar("loss/train", step, 1.0 / step);
            for (String layer : LAYERS) {
                double size = layer.equals("hidden") ? 0.001 : 0.1;
                writer.scalar("gradient_norm/" + layer, step, size * (1 + random.nextDouble()));
                writer.scalar("weight_norm/" + layer, step, 5);
                writer.scalar("update_ratio/" + layer, step, size / 10);
            }
            writer.scalar("clip/clipped", step, step % 3 == 0 ? 1 : 0);
            writer.scalar("clip/norm_before", step, step % 3 == 0 ? 2 : 0.5);
            writer.scalar("clip/norm_after", step, step % 3 == 0 ? 1 : 0.5);
            if (step % 20 == 0) {
                distributions(writer, step, random);
            }
        }
        writer.scalar("non_finite/hidden", STEPS + 1, 1);
        writer.journal(JournalEntry.now("ada", STEPS / 2, "pause"));
        writer.finish(Outcome.FAILED, Optional.of("training diverged"));
        return writer.folder().path();
    }

    private static void distributions(RunWriter writer, int step, Random random) throws IOException {
        writer.scalar("dead/hidden", step, 0.25);
        for (String layer : LAYERS) {
            writer.scalar("activation_mean/" + layer, step, 0.5);
            writer.scalar("activation_std/" + layer, step, 1);
            writer.scalar("activation_zeros/" + layer, step, 0.5);
            for (String kind : List.of("gradients/", "weights/", "activations/")) {
                float[] values = new float[VALUES];
                for (int i = 0; i < VALUES; i++) {
                    values[i] = (float) random.nextGaussian() * step;
                }
                writer.histogram(kind + layer, step, Histogram.of(values, 0, VALUES, BUCKETS));
            }
        }
    }
}
