package org.backprop.peers;

import java.util.Arrays;
import java.util.List;

import org.backprop.model.Activation;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.DenseLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.Layer;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.Model;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/** Turns a chain of layers into a graph of SameDiff with the placeholders {@link #FEATURES} and {@link #LABELS}. */
final class SameDiffGraph {
    static final String FEATURES = "features";
    static final String LABELS = "labels";
    static final String LOSS_WEIGHT = "loss_weight";

    private static final String LOSS = "loss";

    private final SameDiff graph = SameDiff.create();
    private final Weights weights;
    private final int batch;

    private SameDiffGraph(Weights weights, int batch) {
        this.weights = weights;
        this.batch = batch;
    }

    /**
     * The graph with its initial weights.
     *
     * @throws IllegalArgumentException if a part of the model has no counterpart
     */
    static SameDiff of(Model model, Weights weights) {
        SameDiffGraph builder = new SameDiffGraph(weights, model.training().batchSize());
        SDVariable value = builder.graph.placeHolder(FEATURES, DataType.FLOAT, shape(model));
        for (Layer layer : Chain.logits(model)) {
            value = builder.apply(layer, value);
        }
        SDVariable labels = builder.graph.placeHolder(LABELS, DataType.FLOAT, -1, -1);
        SDVariable weight = builder.graph.constant(LOSS_WEIGHT, 1f);
        builder.graph.loss().softmaxCrossEntropy(LOSS, labels, value, weight);
        builder.graph.setLossVariables(LOSS);
        return builder.graph;
    }

    private static long[] shape(Model model) {
        List<Integer> dims = model.network().input();
        if (Chain.startsFlat(model)) {
            return new long[] {-1, dims.stream().reduce(1, Math::multiplyExact)};
        }
        long[] shape = new long[dims.size() + 1];
        Arrays.setAll(shape, i -> i == 0 ? -1 : dims.get(i - 1));
        return shape;
    }

    private SDVariable apply(Layer layer, SDVariable x) {
        return switch (layer.spec()) {
            case DenseLayer dense -> {
                SDVariable weight = variable(layer, "weight", weights.dense(layer.name()));
                SDVariable y = graph.nn().linear(x, weight, bias(layer));
                yield activated(dense.activation(), y);
            }
            case Conv2dLayer conv -> {
                SDVariable weight = variable(
                        layer,
                        "weight",
                        weights.convolution(layer.name()).permute(2, 3, 1, 0).dup('c'));
                SDVariable y = graph.cnn().conv2d(x, weight, bias(layer), convolution(conv));
                yield activated(conv.activation(), y);
            }
            case MaxPool2dLayer pool -> graph.cnn().maxPooling2d(x, pooling(pool));
            case FlattenLayer flatten -> x.reshape(batch, -1);
            default -> throw new IllegalArgumentException("no counterpart of " + layer.spec());
        };
    }

    private SDVariable bias(Layer layer) {
        INDArray bias = weights.bias(layer.name());
        return variable(layer, "bias", bias.reshape(bias.length()));
    }

    private SDVariable variable(Layer layer, String role, INDArray value) {
        return graph.var(layer.name() + "." + role, value);
    }

    private SDVariable activated(Activation activation, SDVariable x) {
        return switch (activation) {
            case LINEAR -> x;
            case RELU -> graph.nn().relu(x, 0);
            default -> throw new IllegalArgumentException("no counterpart of " + activation);
        };
    }

    private static Conv2DConfig convolution(Conv2dLayer conv) {
        return Conv2DConfig.builder()
                .kH(conv.kernel().height())
                .kW(conv.kernel().width())
                .sH(conv.stride().height())
                .sW(conv.stride().width())
                .paddingMode(PaddingMode.SAME)
                .weightsFormat(WeightsFormat.YXIO)
                .build();
    }

    private static Pooling2DConfig pooling(MaxPool2dLayer pool) {
        return Pooling2DConfig.builder()
                .kH(pool.size().height())
                .kW(pool.size().width())
                .sH(pool.size().height())
                .sW(pool.size().width())
                .build();
    }
}
