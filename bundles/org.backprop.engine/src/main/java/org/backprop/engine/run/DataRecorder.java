package org.backprop.engine.run;

import java.io.IOException;
import java.util.Map;

import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Splits;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.tensor.Tensor;

/**
 * Records what the data is like, before the first step: {@code data/duplicates/<set>}, the share of the samples that are in
 * the training set too, and {@code data/classes/<set>}, the number of samples of each class.
 */
final class DataRecorder {
    private static final long STEP = 0;

    private DataRecorder() {}

    static void record(RunWriter writer, Splits splits) throws IOException {
        for (Map.Entry<String, Double> repeats : splits.repeats().entrySet()) {
            writer.scalar("data/duplicates/" + repeats.getKey(), STEP, repeats.getValue());
        }
        classes(writer, "train", splits.train());
        classes(writer, "validation", splits.validation());
        classes(writer, "test", splits.test());
    }

    private static void classes(RunWriter writer, String set, Dataset data) throws IOException {
        if (data.labels() != null && data.count() > 0) {
            long[] counts = new long[data.classes().size()];
            for (int label : data.labels()) {
                counts[label]++;
            }
            writer.tensor("data/classes/" + set, STEP, Tensor.longs(counts, counts.length));
        }
    }
}
