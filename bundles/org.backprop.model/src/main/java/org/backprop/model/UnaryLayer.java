package org.backprop.model;

import java.util.List;

/** A layer that takes one input. */
public sealed interface UnaryLayer extends LayerSpec
        permits DenseLayer,
                ActivationLayer,
                DropoutLayer,
                FlattenLayer,
                Conv2dLayer,
                Pool2dLayer,
                GlobalAvgPoolLayer,
                BatchNormLayer,
                RecurrentLayer,
                Conv1dLayer,
                DepthwiseConv2dLayer,
                Conv2dTransposeLayer,
                GlobalMaxPoolLayer,
                LayerNormLayer,
                GroupNormLayer,
                SpatialDropoutLayer,
                AlphaDropoutLayer,
                StochasticDepthLayer,
                ReshapeLayer,
                PadLayer,
                UpsampleLayer,
                PreluLayer,
                GaussianNoiseLayer,
                GaussianDropoutLayer,
                EmbeddingLayer,
                BidirectionalLayer {

    /**
     * The shape of the output for one sample.
     *
     * @throws ShapeException if the layer cannot take this input
     */
    Shape output(Shape in) throws ShapeException;

    /** Number of trainable parameters; {@link Long#MAX_VALUE} if that is too many for a long. */
    default long parameters(Shape in) {
        return 0;
    }

    /** As {@link #flops(List)}; {@link Long#MAX_VALUE} if that is too many for a long. */
    default long flops(Shape in) {
        return 0;
    }

    @Override
    default Shape output(List<Shape> in) throws ShapeException {
        return output(in.getFirst());
    }

    @Override
    default long parameters(List<Shape> in) {
        return parameters(in.getFirst());
    }

    @Override
    default long flops(List<Shape> in) {
        return flops(in.getFirst());
    }
}
