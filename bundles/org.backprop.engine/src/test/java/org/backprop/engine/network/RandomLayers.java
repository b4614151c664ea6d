package org.backprop.engine.network;

import java.util.Optional;
import java.util.Random;

import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.BatchNormLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GlobalAvgPoolLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.LstmLayer;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.Padding;
import org.backprop.model.Shape;
import org.backprop.model.Size2d;

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
