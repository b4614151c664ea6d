package org.backprop.engine.bench;

import java.util.Locale;

/** Who our engine can be compared with. */
public enum Peer {
    /** PyTorch as it comes: eager, default optimizers. */
    TORCH,
    /** PyTorch eager with its fused optimizers. */
    TORCH_FUSED,
    /** PyTorch with model and loss compiled, and its fused optimizers; needs a C++ compiler. */
    TORCH_COMPILED,
    /** Our own portable kernels. */
    ND4J;

    /** The name on the command line and in results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
