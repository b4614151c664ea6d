package org.backprop.editor.network.graph;

import java.util.Map;

/** What kind of layer a type is, for its colour and its glyph. */
public enum LayerKind {
    /** The input of the network. */
    INPUT,
    /** Weighted sums of all inputs, and tables of vectors. */
    DENSE,
    /** Convolutions. */
    CONVOLUTION,
    /** Pools and changes of resolution. */
    POOLING,
    /** Recurrent layers. */
    RECURRENT,
    /** Functions applied to each value. */
    ACTIVATION,
    /** Normalizations. */
    NORMALIZATION,
    /** Dropout and noise. */
    DROPOUT,
    /** Layers with several inputs, and blocks. */
    MERGE,
    /** Changes of shape, and whatever is not known. */
    SHAPE;

    private static final Map<String, LayerKind> WORDS = Map.ofEntries(
            Map.entry("dense", DENSE),
            Map.entry("embedding", DENSE),
            Map.entry("conv", CONVOLUTION),
            Map.entry("pool", POOLING),
            Map.entry("upsample", POOLING),
            Map.entry("rnn", RECURRENT),
            Map.entry("lstm", RECURRENT),
            Map.entry("gru", RECURRENT),
            Map.entry("bidirectional", RECURRENT),
            Map.entry("activation", ACTIVATION),
            Map.entry("prelu", ACTIVATION),
            Map.entry("norm", NORMALIZATION),
            Map.entry("dropout", DROPOUT),
            Map.entry("noise", DROPOUT),
            Map.entry("stochastic", DROPOUT),
            Map.entry("add", MERGE),
            Map.entry("concat", MERGE),
            Map.entry("multiply", MERGE),
            Map.entry("residual", MERGE));

    /** The kind of a type by its key. */
    public static LayerKind of(String type) {
        return WORDS.entrySet().stream()
                .filter(word -> type.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElse(SHAPE);
    }
}
