package org.backprop.peers;

import java.util.List;
import java.util.Locale;

import org.backprop.model.Activation;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.DenseLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.Layer;
import org.backprop.model.LayerSpec;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.Model;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Turns a chain of layers into a configuration of Deeplearning4j, layer by layer; the last one is the output layer. */
final class Dl4jConfiguration {

    private Dl4jConfiguration() {}

    /**
     * The layers that become layers of Deeplearning4j, which flattens by itself.
     *
     * @throws IllegalArgumentException see {@link Chain#logits}
     */
    static List<Layer> layers(Model model) {
        return Chain.logits(model).stream()
                .filter(layer -> !(layer.spec() instanceof FlattenLayer))
                .toList();
    }

    /**
     * The configuration.
     *
     * @throws IllegalArgumentException if a part of the model has no counterpart
     */
    static MultiLayerConfiguration of(Model model) {
        List<Layer> layers = layers(model);
        ListBuilder list = new NeuralNetConfiguration.Builder()
                .updater(Updaters.of(model.training().optimizer()))
                .list();
        for (Layer layer : layers.subList(0, layers.size() - 1)) {
            list.layer(hidden(layer.spec()));
        }
        list.layer(output(layers.getLast().spec()));
        return list.setInputType(input(model)).build();
    }

    private static InputType input(Model model) {
        List<Integer> dims = model.network().input();
        return Chain.startsFlat(model)
                ? InputType.feedForward(dims.stream().reduce(1, Math::multiplyExact))
                : InputType.convolutional(dims.get(1), dims.get(2), dims.get(0));
    }

    private static org.deeplearning4j.nn.conf.layers.Layer hidden(LayerSpec spec) {
        return switch (spec) {
            case DenseLayer dense ->
                new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
                        .nOut(dense.units())
                        .activation(function(dense.activation()))
                        .build();
            case Conv2dLayer conv ->
                new ConvolutionLayer.Builder(
                                conv.kernel().height(), conv.kernel().width())
                        .nOut(conv.filters())
                        .stride(conv.stride().height(), conv.stride().width())
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(function(conv.activation()))
                        .build();
            case MaxPool2dLayer pool ->
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(pool.size().height(), pool.size().width())
                        .stride(pool.size().height(), pool.size().width())
                        .build();
            default -> throw new IllegalArgumentException("no counterpart of " + spec);
        };
    }

    private static OutputLayer output(LayerSpec spec) {
        if (spec instanceof DenseLayer dense && dense.activation() == Activation.LINEAR) {
            return new OutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(dense.units())
                    .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                    .build();
        }
        throw new IllegalArgumentException("the last layer is not a linear dense layer");
    }

    private static org.nd4j.linalg.activations.Activation function(Activation activation) {
        return activation == Activation.LINEAR
                ? org.nd4j.linalg.activations.Activation.IDENTITY
                : org.nd4j.linalg.activations.Activation.valueOf(
                        activation.key().toUpperCase(Locale.ROOT));
    }
}
