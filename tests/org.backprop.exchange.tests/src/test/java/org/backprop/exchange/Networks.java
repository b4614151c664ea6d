package org.backprop.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.Nd4jKernels;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.model.Catalogue;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.Family;
import org.backprop.model.Model;
import org.backprop.model.Shape;
import org.backprop.runlog.tensor.Tensor;

/** Networks of the engine with random weights, and what they predict. */
final class Networks {

    /** Samples of a batch. */
    static final int BATCH = 3;

    private static final Kernels KERNELS = new Nd4jKernels(1);

    private Networks() {}

    /** A network whose parameters and statistics are all apart from those that it starts with. */
    static Network random(Model model, Random random) {
        Network network = compile(model);
        network.parameterVector().ifPresent(vector -> {
            float[] values = vector.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (0.2 * random.nextGaussian());
            }
            vector.set(values);
        });
        network.statisticsVector().ifPresent(vector -> {
            float[] values = new float[vector.toArray().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.5f + random.nextFloat();
            }
            vector.set(values);
        });
        return network;
    }

    /** A network with the weights that the engine starts with. */
    static Network compile(Model model) {
        return Network.compile(model, new Shape(model.network().input()), KERNELS, BATCH);
    }

    /** The network of an import, with its weights. */
    static Network of(ImportedNetwork imported) {
        Network network = compile(imported.model());
        network.load(imported.weights().entrySet().stream()
                .map(entry -> new NamedTensor(
                        entry.getKey(),
                        entry.getValue().shape().stream().map(Math::toIntExact).toList(),
                        entry.getValue().toFloats()))
                .toList());
        return network;
    }

    /** What is exported. */
    static TrainedNetwork trained(Model model, Network network) {
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        for (NamedTensor tensor : network.state()) {
            long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
            weights.put(tensor.name(), Tensor.floats(tensor.values(), shape));
        }
        return new TrainedNetwork(model, new Shape(model.network().input()), weights);
    }

    /** A batch that the network can read: indices for an embedding, else normally distributed numbers. */
    static float[] batch(Model model, Random random) {
        int size = model.network().input().stream().reduce(BATCH, Math::multiplyExact);
        float[] features = new float[size];
        for (int i = 0; i < size; i++) {
            features[i] = model.network().layers().getFirst().spec() instanceof EmbeddingLayer embedding
                    ? random.nextInt(embedding.numEmbeddings())
                    : (float) random.nextGaussian();
        }
        return features;
    }

    /** The shape of a batch. */
    static long[] shape(Model model, int samples) {
        long[] shape = new long[model.network().input().size() + 1];
        Arrays.setAll(shape, i -> i == 0 ? samples : model.network().input().get(i - 1));
        return shape;
    }

    /** The keys of all layers. */
    static List<String> layers() {
        return Catalogue.keys(Family.LAYER);
    }
}
