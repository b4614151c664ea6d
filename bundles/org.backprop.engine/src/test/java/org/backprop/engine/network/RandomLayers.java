package org.backprop.engine.network;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.AddLayer;
import org.backprop.model.AlphaDropoutLayer;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.BatchNormLayer;
import org.backprop.model.ConcatLayer;
import org.backprop.model.Conv1dLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.Conv2dTransposeLayer;
import org.backprop.model.DepthDecay;
import org.backprop.model.DepthwiseConv2dLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GlobalAvgPoolLayer;
import org.backprop.model.GlobalMaxPoolLayer;
import org.backprop.model.GroupNormLayer;
import org.backprop.model.GruLayer;
import org.backprop.model.LayerNormLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.LstmLayer;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.MultiplyLayer;
import org.backprop.model.PadLayer;
import org.backprop.model.Padding;
import org.backprop.model.PreluLayer;
import org.backprop.model.ReshapeLayer;
import org.backprop.model.Shape;
import org.backprop.model.SimpleRnnLayer;
import org.backprop.model.Size2d;
import org.backprop.model.SpatialDropoutLayer;
import org.backprop.model.StochasticDepthLayer;
import org.backprop.model.TorchInitializer;
import org.backprop.model.UpsampleLayer;

/** Networks around one layer of random shape; parameters stand before it too, so that its input's gradient is checked. */
final class RandomLayers {

    private static final Activation[] FUNCTIONS = {
        Activation.LINEAR, Activation.RELU, Activation.SIGMOID, Activation.TANH
    };

    private final Random random;

    RandomLayers(long seed) {
        random = new Random(seed);
    }

    /** A network and the shape of its input. */
    record Sample(Models layers, Shape input) {}

    Sample conv2d() {
        int groups = 1 + random.nextInt(2);
        Conv2dLayer layer = new Conv2dLayer(
                groups * (1 + random.nextInt(2)),
                size(1, 3),
                size(1, 2),
                padding(1),
                size(1, 2),
                groups,
                function(),
                random.nextBoolean());
        return behindConv(groups * (1 + random.nextInt(2)), layer);
    }

    Sample maxPool2d() {
        Size2d size = size(2, 3);
        return behindConv(2, new MaxPool2dLayer(size, stride(), padding(1)));
    }

    Sample avgPool2d() {
        Size2d size = size(2, 3);
        return behindConv(2, new AvgPool2dLayer(size, stride(), padding(1)));
    }

    Sample globalAvgPool() {
        return behindConv(1 + random.nextInt(3), new GlobalAvgPoolLayer());
    }

    Sample batchNormOfImages() {
        return behindConv(1 + random.nextInt(3), batchNorm());
    }

    Sample batchNormOfVectors() {
        int inputs = 2 + random.nextInt(6);
        return new Sample(
                new Models()
                        .add("before", Models.dense(1 + random.nextInt(6), Activation.TANH))
                        .add("layer", batchNorm())
                        .add("out", Models.dense(3, Activation.LINEAR)),
                Shape.of(inputs));
    }

    Sample lstm() {
        boolean sequences = random.nextBoolean();
        boolean bias = random.nextBoolean();
        return new Sample(
                new Models()
                        .add("before", new LstmLayer(1 + random.nextInt(4), true, true))
                        .add("layer", new LstmLayer(1 + random.nextInt(4), sequences, bias))
                        .add("flatten", new FlattenLayer())
                        .add("out", Models.dense(3, Activation.LINEAR)),
                Shape.of(1 + random.nextInt(5), 1 + random.nextInt(4)));
    }

    Sample conv1d() {
        int groups = 1 + random.nextInt(2);
        Padding[] paddings = {Padding.VALID, Padding.SAME, new Padding(false, Size2d.of(1))};
        Conv1dLayer layer = new Conv1dLayer(
                groups * (1 + random.nextInt(2)),
                1 + random.nextInt(3),
                1 + random.nextInt(2),
                paddings[random.nextInt(3)],
                1 + random.nextInt(2),
                groups,
                function(),
                random.nextBoolean(),
                new TorchInitializer(),
                new TorchInitializer());
        return behindSequence(new LstmLayer(7, true, true), groups * 2, layer);
    }

    Sample conv2dTranspose() {
        int groups = 1 + random.nextInt(2);
        Conv2dTransposeLayer layer = new Conv2dTransposeLayer(
                groups * (1 + random.nextInt(2)),
                size(1, 3),
                size(1, 2),
                size(0, 1),
                size(1, 2),
                groups,
                function(),
                random.nextBoolean(),
                new TorchInitializer(),
                new TorchInitializer());
        return behindConv(groups * (1 + random.nextInt(2)), layer);
    }

    Sample depthwiseConv2d() {
        DepthwiseConv2dLayer layer = new DepthwiseConv2dLayer(
                size(1, 3),
                1 + random.nextInt(2),
                size(1, 2),
                padding(1),
                size(1, 2),
                function(),
                random.nextBoolean(),
                new TorchInitializer(),
                new TorchInitializer());
        return behindConv(1 + random.nextInt(3), layer);
    }

    Sample globalMaxPool() {
        return behindConv(1 + random.nextInt(3), new GlobalMaxPoolLayer());
    }

    Sample layerNormOfVectors() {
        return new Sample(
                new Models()
                        .add("before", Models.dense(3 + random.nextInt(5), Activation.TANH))
                        .add("layer", new LayerNormLayer(1e-3, random.nextBoolean()))
                        .add("out", Models.dense(3, Activation.LINEAR)),
                Shape.of(2 + random.nextInt(6)));
    }

    Sample layerNormOfSequences() {
        return behindSequence(
                new LstmLayer(3 + random.nextInt(4), true, true),
                1 + random.nextInt(5),
                new LayerNormLayer(1e-3, random.nextBoolean()));
    }

    Sample groupNorm() {
        int groups = 1 + random.nextInt(2);
        return behindConv(groups * 2, new GroupNormLayer(groups, 1e-3, random.nextBoolean()));
    }

    Sample prelu() {
        return behindConv(1 + random.nextInt(3), new PreluLayer(random.nextBoolean(), 0.25));
    }

    Sample spatialDropout() {
        return behindConv(4, new SpatialDropoutLayer(0.4));
    }

    Sample alphaDropout() {
        return behindConv(2, new AlphaDropoutLayer(0.3));
    }

    Sample stochasticDepth() {
        StochasticDepthLayer layer = new StochasticDepthLayer(0.6, DepthDecay.UNIFORM, random.nextBoolean());
        return new Sample(
                new Models()
                        .add("before", Models.dense(4, Activation.TANH))
                        .add("branch", Models.dense(4, Activation.TANH))
                        .add("layer", layer)
                        .add("sum", List.of("layer", "before"), new AddLayer(Activation.LINEAR))
                        .add("out", Models.dense(3, Activation.LINEAR)),
                Shape.of(5));
    }

    Sample pad() {
        return behindConv(2, new PadLayer(size(0, 2)));
    }

    Sample upsample() {
        return behindConv(2, new UpsampleLayer(size(1, 3)));
    }

    Sample reshape() {
        return new Sample(
                new Models()
                        .add("before", Models.dense(12, Activation.TANH))
                        .add("layer", new ReshapeLayer(Shape.of(2, 2, 3)))
                        .add("conv", Models.conv2d(2, 2, Activation.TANH))
                        .add("flatten", new FlattenLayer())
                        .add("out", Models.dense(3, Activation.LINEAR)),
                Shape.of(4));
    }

    Sample concat() {
        return new Sample(
                new Models()
                        .add("first", Models.conv2d(1 + random.nextInt(3), 2, Activation.TANH))
                        .add("second", "input", Models.conv2d(1 + random.nextInt(3), 3, Activation.TANH))
                        .add("layer", List.of("second", "input", "first", "second"), new ConcatLayer())
                        .add("flatten", new FlattenLayer())
                        .add("out", Models.dense(3, Activation.LINEAR)),
                Shape.of(2, 4, 3));
    }

    Sample multiply() {
        return new Sample(
                new Models()
                        .add("first", Models.dense(4, Activation.TANH))
                        .add("second", "input", Models.dense(4, Activation.SIGMOID))
                        .add("layer", List.of("first", random.nextBoolean() ? "second" : "first"), new MultiplyLayer())
                        .add("out", Models.dense(3, Activation.LINEAR)),
                Shape.of(5));
    }

    Sample simpleRnn() {
        return behindSequence(
                new LstmLayer(1 + random.nextInt(4), true, true),
                1 + random.nextInt(5),
                new SimpleRnnLayer(
                        1 + random.nextInt(4), random.nextBoolean(), random.nextBoolean(), new TorchInitializer()));
    }

    Sample gru() {
        return behindSequence(
                new LstmLayer(1 + random.nextInt(4), true, true),
                1 + random.nextInt(5),
                new GruLayer(
                        1 + random.nextInt(4), random.nextBoolean(), random.nextBoolean(), new TorchInitializer()));
    }

    private Sample behindSequence(LstmLayer before, int steps, LayerSpec layer) {
        return new Sample(
                new Models()
                        .add("before", before)
                        .add("layer", layer)
                        .add("flatten", new FlattenLayer())
                        .add("out", Models.dense(3, Activation.LINEAR)),
                Shape.of(steps, 1 + random.nextInt(4)));
    }

    private Sample behindConv(int channels, LayerSpec layer) {
        Shape image = Shape.of(1 + random.nextInt(2), 5 + random.nextInt(3), 5 + random.nextInt(3));
        Shape flat = Shape.of(image.dims().get(1), image.dims().get(2));
        return new Sample(
                new Models()
                        .add("before", Models.conv2d(channels, 2, Activation.TANH))
                        .add("layer", layer)
                        .add("flatten", new FlattenLayer())
                        .add("out", Models.dense(3, Activation.LINEAR)),
                random.nextInt(4) == 0 ? flat : image);
    }

    private BatchNormLayer batchNorm() {
        return new BatchNormLayer(0.1, 1e-3, random.nextBoolean());
    }

    private Activation function() {
        return FUNCTIONS[random.nextInt(FUNCTIONS.length)];
    }

    private Size2d size(int least, int most) {
        int range = most - least + 1;
        return new Size2d(least + random.nextInt(range), least + random.nextInt(range));
    }

    private Optional<Size2d> stride() {
        return random.nextBoolean() ? Optional.empty() : Optional.of(size(1, 3));
    }

    private Padding padding(int most) {
        return switch (random.nextInt(3)) {
            case 0 -> Padding.VALID;
            case 1 -> Padding.SAME;
            default -> new Padding(false, size(0, most));
        };
    }
}
