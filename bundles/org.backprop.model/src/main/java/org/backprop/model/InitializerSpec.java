package org.backprop.model;

/**
 * How a parameter gets its initial values. A weight of shape {@code [out, in, ...]} with r elements for each pair of
 * input and output has {@code fan_in = in r} and {@code fan_out = out r}, as in {@code torch.nn.init}.
 */
public sealed interface InitializerSpec
        permits TorchInitializer,
                GlorotInitializer,
                HeInitializer,
                LecunInitializer,
                OrthogonalInitializer,
                TruncatedNormalInitializer,
                UniformInitializer,
                NormalInitializer,
                ConstantInitializer,
                ZerosInitializer {

    /** Whether it works on matrices only, so that it cannot set a bias. */
    default boolean needsMatrix() {
        return false;
    }
}
