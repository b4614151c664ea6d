package org.backprop.ui.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.events.Histogram;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.tensor.BitMask;

/**
 * Writes runs that prune as the trainer does: a convolution, a hidden layer and the scores. At steps 100, 200 and 300, the
 * weights up to 20, 40 and 60 % go. Saliencies lie evenly between 0 and 1. A normalization keeps its
 * parameters.
 */
final class PrunedRun {
    static final int EVERY = 100;
    static final int EVENTS = 3;
    static final List<String> NAMES = List.of("convolution", "hidden", "scores");

    private static final int BUCKETS = 100;

    private PrunedRun() {}

    static int[] shape(String layer) {
        return switch (layer) {
            case "convolution" -> new int[] {8, 4, 5, 5};
            case "hidden" -> new int[] {30, 50};
            default -> new int[] {10, 30};
        };
    }

    static int weights(String layer) {
        int weights = 1;
        for (int dimension : shape(layer)) {
            weights *= dimension;
        }
        return weights;
    }

    /** Writes a run that ended. */
    static Path write(Path runs, String name) throws IOException {
        RunWriter writer = begin(runs, name);
        for (int event = 0; event <= EVENTS; event++) {
            prune(writer, event);
        }
        writer.finish(Outcome.COMPLETED, Optional.empty());
        return writer.folder().path();
    }

    static RunWriter begin(Path runs, String name) throws IOException {
        Environment environment = new Environment(Map.of("java", "25"), "native", "test", 1, List.of("train"));
        Map<String, Object> configuration =
                Map.of("training", Map.of("pruning", Map.of("criterion", Map.of("magnitude", Map.of()))));
        return RunWriter.create(
                RunFolder.create(runs, name),
                RunInfo.starting(
                        name,
                        ModelSource.of(name + ".nn.yaml", Samples.MODEL),
                        configuration,
                        1,
                        environment,
                        new Plan(EVENTS, EVERY, 1234)));
    }

    /** Records the weights at step {@code 100 * event}, and for an event from 1 on that they were pruned. */
    static void prune(RunWriter writer, int event) throws IOException {
        long step = (long) event * EVERY;
        writer.scalar("loss/train", step, 1.0 / (1 + event));
        for (String layer : NAMES) {
            writer.histogram("weights/" + layer, step, weightsOf(layer));
        }
        writer.histogram("weights/normalization", step, weightsOf("scores"));
        if (event > 0) {
            for (String layer : NAMES) {
                writer.scalar("sparsity/" + layer, step, event * 0.2);
            }
            writer.scalar("sparsity", step, event * 0.2);
            writer.scalar("pruning/threshold", step, event * 0.1);
            writer.scalar("pruning/pruned", step, 520);
            writer.tensor("mask/hidden.bias", step, mask(event, 30).toTensor());
            for (String layer : NAMES) {
                writer.tensor(
                        "mask/" + layer + ".weight",
                        step,
                        mask(event, shape(layer)).toTensor());
                writer.histogram("saliency/" + layer, step, saliency(weights(layer) * (10 - 2 * event) / 10));
            }
        }
        writer.flush();
    }

    /** Of ten weights in a row, the first two per event are pruned. */
    static BitMask mask(int event, int... shape) {
        int elements = 1;
        for (int dimension : shape) {
            elements *= dimension;
        }
        float[] kept = new float[elements];
        for (int i = 0; i < elements; i++) {
            kept[i] = i % 10 < 2 * event ? 0 : 1;
        }
        return BitMask.ofNonZero(kept, shape);
    }

    private static Histogram saliency(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (i + 0.5f) / count;
        }
        return Histogram.of(values, 0, count, BUCKETS);
    }

    private static Histogram weightsOf(String layer) {
        int count = weights(layer);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (i - count / 2f) / count;
        }
        return Histogram.of(values, 0, count, BUCKETS);
    }
}
