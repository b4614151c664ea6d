package org.backprop.exchange.onnx;

import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.backprop.exchange.ExchangeException;
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
import org.backprop.model.DropoutScaling;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GaussianDropoutLayer;
import org.backprop.model.GaussianNoiseLayer;
import org.backprop.model.GlobalAvgPoolLayer;
import org.backprop.model.GlobalMaxPoolLayer;
import org.backprop.model.GroupNormLayer;
import org.backprop.model.LayerNormLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.MultiplyLayer;
import org.backprop.model.PadLayer;
import org.backprop.model.PreluLayer;
import org.backprop.model.RecurrentLayer;
import org.backprop.model.ReshapeLayer;
import org.backprop.model.Size2d;
import org.backprop.model.SpatialDropoutLayer;
import org.backprop.model.StochasticDepthLayer;
import org.backprop.model.UpsampleLayer;
import org.backprop.runlog.tensor.DType;
import org.backprop.runlog.tensor.Tensor;

/** Layers as nodes that do what the layers do in a prediction. */
final class LayerNodes {

    private LayerNodes() {}

    /** Adds a layer and gives the name of its output. */
    static String add(Operands in) throws ExchangeException {
        LayerSpec spec = in.layer().layer().spec();
        String output = nodes(spec, in);
        return spec instanceof ActivationLayer
                ? output
                : FunctionNodes.add(in.graph(), spec.outputFunction().orElse(Activation.LINEAR), output);
    }

    /** A layer without its activation function. */
    private static String nodes(LayerSpec spec, Operands in) throws ExchangeException {
        return switch (spec) {
            case DenseLayer dense -> in.weighted("Gemm", Map.of("transB", 1L), in.x(), dense.bias());
            case ActivationLayer activation -> FunctionNodes.add(in.graph(), activation.function(), in.x());
            case FlattenLayer flatten -> in.reshaped(in.x(), in.layer().output());
            case ReshapeLayer reshape -> in.reshaped(in.x(), in.layer().output());
            case Conv2dLayer conv -> WindowNodes.conv(conv, in);
            case Conv1dLayer conv -> WindowNodes.conv(conv, in);
            case DepthwiseConv2dLayer conv -> WindowNodes.conv(conv.grouped(in.shape()), in);
            case Conv2dTransposeLayer conv -> WindowNodes.transposed(conv, in);
            case MaxPool2dLayer pool -> WindowNodes.pool("MaxPool", pool, in, Map.of());
            case AvgPool2dLayer pool -> WindowNodes.pool("AveragePool", pool, in, Map.of("count_include_pad", 1L));
            case GlobalAvgPoolLayer pool -> global("GlobalAveragePool", in);
            case GlobalMaxPoolLayer pool -> global("GlobalMaxPool", in);
            case BatchNormLayer norm -> NormNodes.batch(norm, in);
            case LayerNormLayer norm -> NormNodes.layer(norm, in);
            case GroupNormLayer norm -> NormNodes.group(norm, in);
            case RecurrentLayer layer -> RecurrentNodes.add(layer, Optional.empty(), in);
            case BidirectionalLayer both -> RecurrentNodes.add(both.layer(), Optional.of(both.merge()), in);
            case EmbeddingLayer embedding -> embedding(in);
            case AddLayer add -> in.graph().node("Sum", in.inputs().toArray(String[]::new));
            case MultiplyLayer multiply -> in.graph().node("Mul", in.inputs().toArray(String[]::new));
            case ConcatLayer concat ->
                in.graph().node("Concat", Map.of("axis", 1L), in.inputs().toArray(String[]::new));
            case PadLayer pad -> pad(pad.size(), in);
            case UpsampleLayer upsample -> upsample(upsample.factor(), in);
            case PreluLayer prelu ->
                in.graph().node("PRelu", in.x(), prelu.shared() ? in.weight("weight") : in.channelWeight("weight"));
            case DropoutLayer dropout ->
                dropout.scaling() == DropoutScaling.TEST_TIME
                        ? in.graph().node("Mul", in.x(), in.graph().number(1 - dropout.rate()))
                        : in.x();
            case SpatialDropoutLayer dropout -> in.x();
            case AlphaDropoutLayer dropout -> in.x();
            case GaussianNoiseLayer noise -> in.x();
            case GaussianDropoutLayer dropout -> in.x();
            case StochasticDepthLayer depth -> in.x();
        };
    }

    private static String global(String operator, Operands in) {
        return in.reshaped(in.graph().node(operator, in.image()), in.layer().output());
    }

    private static String embedding(Operands in) throws ExchangeException {
        String indices = in.graph().node("Cast", Map.of("to", (long) ElementTypes.code(DType.I64)), in.x());
        return in.graph().node("Gather", Map.of("axis", 0L), in.weight("weight"), indices);
    }

    private static String pad(Size2d size, Operands in) {
        LongStream pads = LongStream.of(0, 0, size.height(), size.width(), 0, 0, size.height(), size.width());
        return in.graph().node("Pad", in.image(), in.graph().numbers(pads));
    }

    private static String upsample(Size2d factor, Operands in) {
        String scales =
                in.graph().constant("scales", Tensor.floats(new float[] {1, 1, factor.height(), factor.width()}, 4));
        Map<String, Object> nearest =
                Map.of("mode", "nearest", "coordinate_transformation_mode", "asymmetric", "nearest_mode", "floor");
        return in.graph().node("Resize", nearest, in.image(), "", scales);
    }
}
