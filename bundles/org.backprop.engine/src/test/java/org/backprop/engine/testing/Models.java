package org.backprop.engine.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Activation;
import org.backprop.model.BatchNormLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.DataSection;
import org.backprop.model.DenseLayer;
import org.backprop.model.DigitsData;
import org.backprop.model.Layer;
import org.backprop.model.LayerSpec;
import org.backprop.model.LossSpec;
import org.backprop.model.MetricSpec;
import org.backprop.model.Model;
import org.backprop.model.NetworkSection;
import org.backprop.model.OptimizerSpec;
import org.backprop.model.Padding;
import org.backprop.model.Position;
import org.backprop.model.Size2d;
import org.backprop.model.Split;
import org.backprop.model.StoppingSpec;
import org.backprop.model.TrainingSection;

/** Builds models in Java, without a file. */
public final class Models {

    private static final Position NOWHERE = new Position(1, 1, 0, 0);

    private final List<Layer> layers = new ArrayList<>();
    private List<String> freeze = List.of();

    /** Adds a layer that reads the one before. */
    public Models add(String name, LayerSpec spec) {
        return add(name, layers.isEmpty() ? Layer.INPUT : layers.getLast().name(), spec);
    }

    /** Adds a layer that reads {@code input}. */
    public Models add(String name, String input, LayerSpec spec) {
        return add(name, List.of(input), spec);
    }

    /** Adds a layer that reads {@code inputs}. */
    public Models add(String name, List<String> inputs, LayerSpec spec) {
        layers.add(new Layer(name, inputs, spec, NOWHERE));
        return this;
    }

    /** Freezes the layers of these names or patterns. */
    public Models freeze(String... patterns) {
        freeze = List.of(patterns);
        return this;
    }

    /** A convolution with bias that keeps the size of its input. */
    public static Conv2dLayer conv2d(int filters, int kernel, Activation activation) {
        return new Conv2dLayer(
                filters, Size2d.of(kernel), Size2d.of(1), Padding.SAME, Size2d.of(1), 1, activation, true);
    }

    /** Batch normalization with PyTorch's defaults. */
    public static BatchNormLayer batchNorm() {
        return new BatchNormLayer(0.1, 1e-5, true);
    }

    /** A dense layer with bias. */
    public static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer(units, activation, true);
    }

    /** The model with these layers. */
    public Model build(TrainingSection training) {
        return new Model(
                "test",
                new DataSection(new DigitsData(10, 1), new Split(0.8, 0.1, 0.1, 1, false)),
                new NetworkSection(List.of(), Optional.empty(), new LinkedHashMap<>(), freeze, layers),
                training);
    }

    /** A model for tests of the network alone. */
    public Model build(LossSpec loss, long seed) {
        return build(training(loss, new org.backprop.model.Sgd(0.1, 0, 0, 0, false), 4, 1, seed));
    }

    /** Shuffled training. */
    public static TrainingSection training(LossSpec loss, OptimizerSpec optimizer, int batch, int epochs, long seed) {
        return new TrainingSection(loss, optimizer, batch, epochs, true, seed);
    }

    /** The same training with these stopping rules, and more measured after each epoch. */
    public static TrainingSection measuring(
            TrainingSection training, List<StoppingSpec> stopping, List<MetricSpec> metrics) {
        return new TrainingSection(
                training.loss(),
                training.optimizer(),
                training.batchSize(),
                training.epochs(),
                training.shuffle(),
                training.seed(),
                training.schedule(),
                training.clipping(),
                training.regularizer(),
                stopping,
                training.accumulate(),
                training.averaging(),
                training.lookahead(),
                training.gradientNoise(),
                metrics,
                training.snapshotEnsemble(),
                training.order(),
                training.pruning());
    }
}
