package org.backprop.engine.shrink;

import java.util.Optional;

import org.backprop.model.Activation;
import org.backprop.model.ActivationLayer;
import org.backprop.model.AddLayer;
import org.backprop.model.AlphaDropoutLayer;
import org.backprop.model.AvgPool2dLayer;
import org.backprop.model.BatchNormLayer;
import org.backprop.model.ConcatLayer;
import org.backprop.model.Conv1dLayer;
import org.backprop.model.Conv2dLayer;
import org.backprop.model.Conv2dTransposeLayer;
import org.backprop.model.DenseLayer;
import org.backprop.model.DepthwiseConv2dLayer;
import org.backprop.model.DropoutLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.GaussianDropoutLayer;
import org.backprop.model.GaussianNoiseLayer;
import org.backprop.model.GlobalAvgPoolLayer;
import org.backprop.model.GlobalMaxPoolLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.MaxPool2dLayer;
import org.backprop.model.MultiplyLayer;
import org.backprop.model.PadLayer;
import org.backprop.model.Padding;
import org.backprop.model.PreluLayer;
import org.backprop.model.ReshapeLayer;
import org.backprop.model.Shape;
import org.backprop.model.SpatialDropoutLayer;
import org.backprop.model.StochasticDepthLayer;
import org.backprop.model.UpsampleLayer;
import org.backprop.model.Window;

/** Maps the layers of a model to their rules. A layer that is not named here is a {@link Barrier}. */
final class LayerRules {

    private static final String PADS = "puts zeros around it";

    private LayerRules() {}

    /**
     * The rule of a layer.
     *
     * @param in shape of its first input
     * @param out shape of its output
     */
    static LayerRule of(LayerSpec spec, Shape in, Shape out) {
        Optional<Activation> function = spec.outputFunction();
        if (function.isPresent() && mixes(function.get())) {
            return new Barrier("divides by a sum over all units");
        }
        return switch (spec) {
            case DenseLayer dense -> new WeightedSums(false, Optional.empty());
            case Conv1dLayer conv -> convolution(conv.groups(), conv.ofImage().window(Conv1dLayer.image(in)));
            case Conv2dLayer conv -> convolution(conv.groups(), conv.window(in));
            case Conv2dTransposeLayer conv ->
                conv.groups() > 1 ? groups() : new WeightedSums(true, Optional.of("reaches its places unevenly"));
            case FlattenLayer flatten -> new Blocks(1, units(out) / units(in));
            case ReshapeLayer reshape -> reshaped(units(in), units(out));
            case AddLayer add -> new Elementwise(false);
            case MultiplyLayer multiply -> new Elementwise(true);
            case ConcatLayer concat -> new Concatenation();
            case BatchNormLayer norm -> new NormalizedChannels();
            case ActivationLayer activation -> new Blocks();
            case PreluLayer prelu -> new Blocks();
            case DropoutLayer dropout -> new Blocks();
            case SpatialDropoutLayer dropout -> new Blocks();
            case AlphaDropoutLayer dropout -> new Blocks();
            case GaussianDropoutLayer dropout -> new Blocks();
            case GaussianNoiseLayer noise -> new Blocks();
            case StochasticDepthLayer depth -> new Blocks();
            case MaxPool2dLayer pool -> image(in, new Blocks());
            case GlobalAvgPoolLayer pool -> image(in, new Blocks());
            case GlobalMaxPoolLayer pool -> image(in, new Blocks());
            case UpsampleLayer upsample -> image(in, new Blocks());
            case PadLayer pad -> image(in, new PaddedBlocks());
            case AvgPool2dLayer pool ->
                image(in, pool.padding().equals(Padding.VALID) ? new Blocks() : new PaddedBlocks());
            case DepthwiseConv2dLayer conv ->
                image(
                        in,
                        new DepthwiseFilters(
                                conv.multiplier(), isPadded(conv.grouped(in).window(in))));
            default -> new Barrier("is of a type that units cannot be removed from");
        };
    }

    private static boolean mixes(Activation function) {
        return function == Activation.SOFTMAX || function == Activation.LOG_SOFTMAX;
    }

    private static int units(Shape shape) {
        return shape.dims().getFirst();
    }

    private static LayerRule convolution(int groups, Window window) {
        return groups > 1 ? groups() : new WeightedSums(false, isPadded(window) ? Optional.of(PADS) : Optional.empty());
    }

    private static boolean isPadded(Window window) {
        return window.top() + window.bottom() + window.left() + window.right() > 0;
    }

    private static LayerRule groups() {
        return new Barrier("divides its channels into groups of one size");
    }

    private static LayerRule reshaped(int ins, int outs) {
        if (ins % outs != 0 && outs % ins != 0) {
            return new Barrier("cuts across units");
        }
        return ins > outs ? new ReshapedBlocks(ins / outs, 1) : new ReshapedBlocks(1, outs / ins);
    }

    /** A rule for the channels of an image; without channels its rows stay. */
    private static LayerRule image(Shape in, LayerRule rule) {
        return in.rank() == 3 ? rule : new Barrier("reads an image without channels");
    }
}
