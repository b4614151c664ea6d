package org.backprop.engine.layers;

import static org.backprop.engine.kernels.Activation.LINEAR;

import java.util.ArrayList;
import java.util.List;

import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.AddLayer;
import org.backprop.model.AlphaDropoutLayer;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.BatchNormLayer;
import org.backprop.model.BidirectionalLayer;
import org.backprop.model.ConcatLayer;
import org.backprop.model.Conv1dLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.Conv2dTransposeLayer;
import org.backprop.model.DenseLayer;
import org.backprop.model.DepthwiseConv2dLayer;
import org.backprop.model.DropoutLayer;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GaussianDropoutLayer;
import org.backprop.model.GaussianNoiseLayer;
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
import org.backprop.model.PreluLayer;
import org.backprop.model.ReshapeLayer;
import org.backprop.model.Shape;
import org.backprop.model.ShapeException;
import org.backprop.model.SimpleRnnLayer;
import org.backprop.model.SpatialDropoutLayer;
import org.backprop.model.StochasticDepthLayer;
import org.backprop.model.UpsampleLayer;

/** Maps the layers of a model to their implementations. */
public final class LayerCompiler {

    private LayerCompiler() {}

    /**
     * The implementation of a layer: one definition, or two, the second of which is its activation function.
     *
     * @param inputs shape of one sample of each input
     * @param position the layer's position in the model, from 0; it selects the layer's random numbers
     * @param branch which of the branches it closes that may be dropped
     * @throws IllegalArgumentException if the layer cannot take these inputs
     */
    public static List<LayerDefinition> compile(LayerSpec spec, List<Shape> inputs, int position, Branch branch) {
        List<LayerDefinition> layers = new ArrayList<>(layers(spec, inputs, position, branch));
        Activation function = spec instanceof ActivationLayer
                ? Activation.LINEAR
                : spec.outputFunction().orElse(Activation.LINEAR);
        if (function != Activation.LINEAR) {
            layers.add(Functions.layer(function, output(spec, inputs)));
        }
        return layers;
    }

    /** A layer without its activation function. */
    private static List<LayerDefinition> layers(LayerSpec spec, List<Shape> inputs, int position, Branch branch) {
        Shape input = inputs.getFirst();
        Shape output = output(spec, inputs);
        return switch (spec) {
            case LayerNormLayer norm -> List.of(GroupNorm.of(norm, input));
            case GroupNormLayer norm -> List.of(GroupNorm.of(norm, input));
            case StochasticDepthLayer depth ->
                List.of(new GroupDropout(new Masking(branch.rate(depth), position, 1, depth.perSample()), input));
            case DenseLayer dense -> List.of(new Dense(dense, LINEAR, input));
            case ActivationLayer activation -> List.of(Functions.layer(activation.function(), input));
            case DropoutLayer dropout -> List.of(Dropout.of(dropout, input, position));
            case FlattenLayer flatten -> List.of(new Reshape(output));
            case ReshapeLayer reshape -> List.of(new Reshape(output));
            case Conv2dLayer conv -> List.of(Conv2d.of(conv, input, output));
            case Conv1dLayer conv -> List.of(Conv2d.of(conv, input, output));
            case Conv2dTransposeLayer conv -> List.of(new Conv2dTranspose(conv, input, output));
            case DepthwiseConv2dLayer conv -> List.of(Conv2d.of(conv.grouped(input), input, output));
            case MaxPool2dLayer pool -> List.of(new MaxPool2d(pool.window(input), output));
            case AvgPool2dLayer pool -> List.of(new AveragePool2d(pool.window(input), output));
            case GlobalAvgPoolLayer pool -> List.of(AveragePool2d.global(input, output));
            case GlobalMaxPoolLayer pool -> List.of(MaxPool2d.global(input, output));
            case BatchNormLayer norm -> List.of(new BatchNorm(norm, output, LINEAR));
            case AddLayer add -> List.of(new Add(LINEAR, output));
            case ConcatLayer concat -> List.of(new Concat(output));
            case MultiplyLayer multiply -> List.of(new Multiply(output));
            case PadLayer pad -> List.of(new Pad(pad.size(), input, output));
            case UpsampleLayer upsample -> List.of(new Upsample(input, output));
            case PreluLayer prelu ->
                List.of(new Prelu(prelu.shared() ? 1 : input.dims().getFirst(), prelu.initial(), output));
            case SpatialDropoutLayer dropout ->
                List.of(new GroupDropout(
                        new Masking(dropout.rate(), position, input.dims().getFirst(), true), output));
            case AlphaDropoutLayer dropout ->
                List.of(new AlphaDropout(new Masking(dropout.rate(), position, Sizes.of(output), true), output));
            case GaussianNoiseLayer noise -> List.of(new GaussianNoise(noise.standardDeviation(), position, output));
            case GaussianDropoutLayer dropout ->
                List.of(new GaussianDropout(new Masking(dropout.rate(), position, 0, true), output));
            case EmbeddingLayer embedding -> List.of(new Embedding(embedding, output));
            case BidirectionalLayer both -> {
                LayerDefinition direction =
                        layers(both.layer(), inputs, position, branch).getFirst();
                yield List.of(new Bidirectional(both, direction, input, output));
            }
            case LstmLayer lstm -> List.of(new Lstm(lstm, input, output));
            case SimpleRnnLayer rnn -> List.of(Recurrent.of(rnn, input, output));
            case GruLayer gru -> List.of(Recurrent.of(gru, input, output));
        };
    }

    private static Shape output(LayerSpec spec, List<Shape> inputs) {
        try {
            return spec.output(inputs);
        } catch (ShapeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
