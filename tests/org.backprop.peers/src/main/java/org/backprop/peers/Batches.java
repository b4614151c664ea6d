package org.backprop.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.backprop.engine.bench.WorkloadFolder;
import org.backprop.engine.data.Dataset;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The samples of a workload as arrays of ND4J, one pair a batch, made before any clock runs. */
final class Batches {
    private final List<Batch> batches = new ArrayList<>();

    /**
     * One batch.
     *
     * @param features {@code [n, ...]} in the shape of the network's input
     * @param labels one-hot {@code [n, classes]}
     */
    record Batch(INDArray features, INDArray labels) {}

    /** Reads the samples; {@code flat} for features {@code [n, size]}. */
    Batches(WorkloadFolder folder, boolean flat) throws IOException {
        Dataset data = folder.data();
        int size = folder.model().training().batchSize();
        List<Integer> dims = flat ? List.of(data.width()) : data.shape().dims();
        for (int at = 0; at < data.count(); at += size) {
            batches.add(batch(data, at, size, dims));
        }
    }

    private static Batch batch(Dataset data, int at, int size, List<Integer> dims) {
        long[] shape = new long[dims.size() + 1];
        Arrays.setAll(shape, i -> i == 0 ? size : dims.get(i - 1));
        float[] values = Arrays.copyOfRange(data.features(), at * data.width(), (at + size) * data.width());
        INDArray labels = Nd4j.zeros(size, data.classes().size());
        for (int i = 0; i < size; i++) {
            labels.putScalar(i, data.labels()[at + i], 1);
        }
        return new Batch(Nd4j.createFromArray(values).reshape(shape), labels);
    }

    /** The batch of a step, counted from 0. */
    Batch get(int step) {
        return batches.get(step % batches.size());
    }
}
