package org.backprop.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.engine.layers.Pass;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.Plan;
import org.backprop.engine.optimizers.Optimizer;
import org.backprop.engine.optimizers.Optimizers;
import org.backprop.engine.testing.Implementation;
import org.backprop.engine.testing.Models;
import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.Adafactor;
import org.backprop.model.Adam;
import org.backprop.model.AddLayer;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.BidirectionalLayer;
import org.backprop.model.BidirectionalMerge;
import org.backprop.model.ConcatLayer;
import org.backprop.model.Conv1dLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.Conv2dTransposeLayer;
import org.backprop.model.CrossEntropyLoss;
import org.backprop.model.DepthwiseConv2dLayer;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GlobalAvgPoolLayer;
import org.backprop.model.GlobalMaxPoolLayer;
import org.backprop.model.GroupNormLayer;
import org.backprop.model.GruLayer;
import org.backprop.model.LayerNormLayer;
import org.backprop.model.LstmLayer;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.OptimizerSpec;
import org.backprop.model.PadLayer;
import org.backprop.model.Padding;
import org.backprop.model.PreluLayer;
import org.backprop.model.Sgd;
import org.backprop.model.Shape;
import org.backprop.model.SimpleRnnLayer;
import org.backprop.model.Size2d;
import org.backprop.model.TorchInitializer;
import org.backprop.model.UpsampleLayer;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares networks of the larger kinds over 20 steps with PyTorch, whose side src/test/python/trajectories.py wrote. */
@ParameterizedClass
@MethodSource("org.backprop.engine.testing.Implementation#all")
class NetworkTrajectoryTest {

    @Parameter
    Implementation implementation;

    private static final int STEPS = 20;
    private static final int BATCH = 6;

    /**
     * A reference file and the model that it belongs to.
     *
     * @param indices number of values of the features if they are indices, else 0
     */
    record Case(String file, Shape input, int indices, Models layers, OptimizerSpec optimizer) {

        Case(String file, Shape input, Models layers, OptimizerSpec optimizer) {
            this(file, input, 0, layers, optimizer);
        }

        float[] features(int step) {
            float[] features = new float[BATCH * (int) input.size()];
            for (int i = 0; i < features.length; i++) {
                double index = (double) step * features.length + i;
                features[i] = (float) (indices > 0 ? index * index % indices : Math.sin(index * index));
            }
            return features;
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("convolutional", Shape.of(2, 7, 7), convolutional(), new Sgd(0.1, 0.9, 0, 0, false)),
                new Case("residual", Shape.of(2, 6, 6), residual(), new Sgd(0.05, 0.9, 0, 0, false)),
                new Case("recurrent", Shape.of(5, 4), recurrent(), new Adam(0.01, 0.9, 0.999, 1e-8, 0)),
                new Case("gated", Shape.of(5, 4), gated(), new Sgd(0.1, 0.9, 0, 0, false)),
                new Case("normalized", Shape.of(2, 6, 6), normalized(), new Sgd(0.05, 0.9, 0, 0, false)),
                new Case(
                        "normalized_adafactor",
                        Shape.of(2, 6, 6),
                        normalized(),
                        new Adafactor(0.05, -0.8, 1.1920929e-7, 1e-3, 1, 0)),
                new Case("decoder", Shape.of(4, 3, 2), decoder(), new Sgd(0.05, 0.9, 0, 0, false)),
                new Case("embedded", Shape.of(5), 7, embedded(), new Sgd(0.1, 0.9, 0, 0, false)),
                new Case("activations", Shape.of(8), activations(), new Sgd(0.02, 0, 0, 0, false)));
    }

    private static Models gated() {
        TorchInitializer torch = new TorchInitializer();
        return new Models()
                .add("conv", new Conv1dLayer(4, 3, 1, Padding.SAME, 1, 1, Activation.TANH, true, torch, torch))
                .add("simple", new SimpleRnnLayer(6, true, true))
                .add("norm", new LayerNormLayer(1e-5, true))
                .add("first", new GruLayer(5, true, true))
                .add("second", new GruLayer(4, false, true))
                .add("slope", new PreluLayer(true, 0.25))
                .add("out", Models.dense(3, Activation.LINEAR));
    }

    private static Models embedded() {
        return new Models()
                .add("embedding", new EmbeddingLayer(7, 4, Optional.of(0), new TorchInitializer()))
                .add("lstm", new BidirectionalLayer(new LstmLayer(3, true, true), BidirectionalMerge.CONCAT))
                .add("rnn", new BidirectionalLayer(new SimpleRnnLayer(4, true, true), BidirectionalMerge.ADD))
                .add("gru", new BidirectionalLayer(new GruLayer(3, false, true), BidirectionalMerge.CONCAT))
                .add("out", Models.dense(3, Activation.LINEAR));
    }

    private static Models normalized() {
        TorchInitializer torch = new TorchInitializer();
        Size2d one = Size2d.of(1);
        return new Models()
                .add("conv", Models.conv2d(4, 3, Activation.LINEAR))
                .add("norm", new GroupNormLayer(2, 1e-5, true))
                .add("gelu", new ActivationLayer(Activation.GELU))
                .add(
                        "depthwise",
                        new DepthwiseConv2dLayer(
                                Size2d.of(3), 2, one, Padding.SAME, one, Activation.LINEAR, true, torch, torch))
                .add("slopes", new PreluLayer(false, 0.25))
                .add("concat", List.of("slopes", "input"), new ConcatLayer())
                .add("upsample", new UpsampleLayer(Size2d.of(2)))
                .add("pad", new PadLayer(one))
                .add("pointwise", convolution(3, 1, 1, 0, 1, true))
                .add("pool", new GlobalMaxPoolLayer())
                .add("out", Models.dense(3, Activation.LINEAR));
    }

    private static Models decoder() {
        TorchInitializer torch = new TorchInitializer();
        Size2d one = Size2d.of(1);
        return new Models()
                .add(
                        "first",
                        new Conv2dTransposeLayer(
                                6, Size2d.of(3), Size2d.of(2), one, one, 2, Activation.TANH, true, torch, torch))
                .add(
                        "second",
                        new Conv2dTransposeLayer(
                                2,
                                new Size2d(2, 3),
                                one,
                                Size2d.of(0),
                                new Size2d(1, 2),
                                1,
                                Activation.RELU,
                                true,
                                torch,
                                torch))
                .add("flatten", new FlattenLayer())
                .add("out", Models.dense(3, Activation.LINEAR));
    }

    private static Models activations() {
        List<Activation> functions = List.of(
                Activation.LEAKY_RELU,
                Activation.RELU6,
                Activation.ELU,
                Activation.SELU,
                Activation.CELU,
                Activation.GELU,
                Activation.SILU,
                Activation.MISH,
                Activation.SOFTPLUS,
                Activation.SOFTSIGN,
                Activation.HARD_SIGMOID,
                Activation.HARD_TANH);
        Models models = new Models();
        String last = "input";
        for (int i = 0; i < functions.size(); i++) {
            models.add("layer" + i, last, Models.dense(8, functions.get(i)))
                    .add("sum" + i, List.of("layer" + i, last), new AddLayer(Activation.LINEAR));
            last = "sum" + i;
        }
        return models.add("out", Models.dense(3, Activation.LINEAR));
    }

    private static Models convolutional() {
        return new Models()
                .add("conv1", Models.conv2d(4, 3, Activation.RELU))
                .add("pool1", new MaxPool2dLayer(Size2d.of(2), Optional.empty(), Padding.VALID))
                .add("conv2", convolution(4, 2, 1, 1, 2, true))
                .add("tanh", new ActivationLayer(Activation.TANH))
                .add("pool2", new AvgPool2dLayer(Size2d.of(2), Optional.empty(), Padding.VALID))
                .add("flatten", new FlattenLayer())
                .add("out", Models.dense(3, Activation.LINEAR));
    }

    private static Models residual() {
        ActivationLayer relu = new ActivationLayer(Activation.RELU);
        return new Models()
                .add("conv0", convolution(3, 3, 1, 1, 1, false))
                .add("norm0", Models.batchNorm())
                .add("relu0", relu)
                .add("conv1", convolution(3, 3, 1, 1, 1, false))
                .add("norm1", Models.batchNorm())
                .add("relu1", relu)
                .add("conv2", convolution(3, 3, 1, 1, 1, false))
                .add("norm2", Models.batchNorm())
                .add("add1", List.of("norm2", "relu0"), new AddLayer(Activation.RELU))
                .add("conv3", convolution(4, 3, 2, 1, 1, false))
                .add("norm3", Models.batchNorm())
                .add("relu3", relu)
                .add("conv4", convolution(4, 3, 1, 1, 1, false))
                .add("norm4", Models.batchNorm())
                .add("projection", "add1", convolution(4, 1, 2, 0, 1, false))
                .add("norm5", Models.batchNorm())
                .add("add2", List.of("norm4", "norm5"), new AddLayer(Activation.LINEAR))
                .add("relu5", relu)
                .add("pool", new GlobalAvgPoolLayer())
                .add("out", Models.dense(3, Activation.LINEAR));
    }

    private static Models recurrent() {
        return new Models()
                .add("first", new LstmLayer(6, true, true))
                .add("second", new LstmLayer(5, false, true))
                .add("out", Models.dense(3, Activation.LINEAR));
    }

    private static Conv2dLayer convolution(int filters, int kernel, int stride, int padding, int groups, boolean bias) {
        return new Conv2dLayer(
                filters,
                Size2d.of(kernel),
                Size2d.of(stride),
                new Padding(false, Size2d.of(padding)),
                Size2d.of(1),
                groups,
                Activation.LINEAR,
                bias);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weightsStatisticsLossesAndPredictionsFollowPyTorch(Case reference) throws IOException {
        Map<String, float[]> expected = Reference.read(reference.file());
        Network network = network(reference, expected);
        Optimizer optimizer = new Optimizer(
                Optimizers.compile(reference.optimizer(), network.kernels(), network.parameters(), 1, null),
                network.kernels(),
                network.parameterVector().orElseThrow(),
                network.gradientVector().orElseThrow());
        Plan plan = network.plan(BATCH);
        for (int step = 0; step < STEPS; step++) {
            Pass pass = Pass.training(1, step);
            plan.input().set(reference.features(step));
            plan.targets().set(labels(step));
            plan.forward(pass);
            assertEquals(expected.get("losses")[step], plan.loss(), 2e-5, "loss of step " + step);
            plan.backward(pass);
            optimizer.update(step + 1, reference.optimizer().learningRate(), null);
        }
        for (NamedTensor tensor : network.state()) {
            assertClose(expected, tensor.name(), tensor.values());
        }
        assertClose(expected, "prediction", network.predict(reference.features(0)));
    }

    private static void assertClose(Map<String, float[]> expected, String name, float[] actual) {
        double difference = Reference.relativeDifference(expected.get(name), actual);
        assertTrue(difference < 1e-4, name + " differs by " + difference);
    }

    private Network network(Case reference, Map<String, float[]> expected) {
        Network network = Network.compile(
                reference.layers().build(new CrossEntropyLoss(), 1), reference.input(), implementation.open(), BATCH);
        network.restore(network.state().stream()
                .map(tensor -> new NamedTensor(tensor.name(), tensor.shape(), expected.get("initial." + tensor.name())))
                .toList());
        return network;
    }

    private static float[] labels(int step) {
        float[] labels = new float[BATCH];
        for (int i = 0; i < BATCH; i++) {
            int index = step * BATCH + i;
            labels[i] = index * index % 7 % 3;
        }
        return labels;
    }
}
