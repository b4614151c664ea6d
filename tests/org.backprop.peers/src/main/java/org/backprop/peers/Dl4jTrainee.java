package org.backprop.peers;

import java.io.IOException;
import java.util.List;

import org.backprop.engine.bench.WorkloadFolder;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.DenseLayer;
import org.backprop.model.Layer;
import org.backprop.model.Model;
import org.backprop.peers.Batches.Batch;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network of Deeplearning4j. */
final class Dl4jTrainee implements Trainee {
    private final MultiLayerNetwork network;
    private final Batches batches;
    private final INDArray initial;

    /**
     * Builds the network.
     *
     * @throws IllegalArgumentException if a part of the model has no counterpart
     */
    Dl4jTrainee(WorkloadFolder folder) throws IOException {
        Model model = folder.model();
        network = new MultiLayerNetwork(Dl4jConfiguration.of(model));
        network.init();
        load(Dl4jConfiguration.layers(model), new Weights(folder));
        initial = network.params().dup();
        batches = new Batches(folder, Chain.startsFlat(model));
    }

    private void load(List<Layer> layers, Weights weights) {
        for (int i = 0; i < layers.size(); i++) {
            String name = layers.get(i).name();
            switch (layers.get(i).spec()) {
                case DenseLayer dense -> set(i, weights.dense(name), weights.bias(name));
                case Conv2dLayer conv -> set(i, weights.convolution(name), weights.bias(name));
                default -> {}
            }
        }
    }

    private void set(int layer, INDArray weight, INDArray bias) {
        network.setParam(layer + "_W", weight);
        network.setParam(layer + "_b", bias);
    }

    @Override
    public void reset() {
        network.setParams(initial);
        INDArray state = network.getUpdater().getStateViewArray();
        if (state != null) {
            state.assign(0);
        }
        network.setIterationCount(0);
    }

    @Override
    public double train(int first, int steps) {
        for (int step = first; step < first + steps; step++) {
            Batch batch = batches.get(step);
            network.fit(batch.features(), batch.labels());
        }
        return network.score();
    }
}
