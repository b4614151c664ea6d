package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * A residual block as it stands in a model file. A network has its layers instead, named {@code <block>/<layer>}, the
 * projection {@code <block>/projection}, and an {@link AddLayer} with the name of the block.
 *
 * @param layers the layers of the branch; where they name {@link Layer#INPUT}, it is that of the block
 * @param projection what the input passes on its way around the layers
 * @param activation the function f of the sum
 */
@SpecType(
        key = "residual",
        doc = "A residual block: adds its input, or a projection of it, to what its layers make of it.",
        formula = "y = f(layers(x) + projection(x))",
        source = "He et al. 2016 (arXiv:1512.03385)")
public record ResidualBlock(
        @SpecParameter(doc = "The layers of the block; their input is that of the block.")
        List<Layer> layers,

        @SpecParameter(
                doc =
                        "A layer for the input on its way to the sum, where the shapes differ, as in {conv2d: {filters: 32, kernel: 1, stride: 2}}. Default: none.",
                byDefault = "")
        Optional<LayerEntry> projection,

        @SpecParameter(doc = "Function applied to the sum.", byDefault = "relu")
        Activation activation)
        implements LayerEntry {}
