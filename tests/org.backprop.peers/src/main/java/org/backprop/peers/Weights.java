package org.backprop.peers;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.backprop.engine.bench.WorkloadFolder;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.run.Checkpoints;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The initial parameters of a workload in the layout that ND4J's layers expect. */
final class Weights {
    private final Map<String, INDArray> tensors = new HashMap<>();

    Weights(WorkloadFolder folder) throws IOException {
        for (NamedTensor tensor : Checkpoints.readWeights(folder.weightsFile())) {
            long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
            tensors.put(tensor.name(), Nd4j.createFromArray(tensor.values()).reshape(shape));
        }
    }

    /** A dense weight {@code [in, out]}. */
    INDArray dense(String layer) {
        return tensors.get(layer + ".weight").transpose().dup('f');
    }

    /** The weight of a convolution {@code [out, in, rows, columns]}. */
    INDArray convolution(String layer) {
        return tensors.get(layer + ".weight").dup('c');
    }

    /** A bias {@code [1, out]}. */
    INDArray bias(String layer) {
        INDArray bias = tensors.get(layer + ".bias");
        return bias.reshape(1, bias.length()).dup();
    }
}
