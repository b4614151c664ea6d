package org.backprop.engine.bench;

import java.util.List;
import java.util.Locale;

/** Who our engine can be compared with. */
public enum Peer {
    /** PyTorch as it comes: eager, default optimizers. */
    TORCH,
    /** PyTorch eager with its fused optimizers. */
    TORCH_FUSED,
    /** PyTorch with model and loss compiled, and its fused optimizers; needs a C++ compiler. */
    TORCH_COMPILED,
    /** Deeplearning4j, the older library on ND4J. */
    DL4J(BenchNetwork.MLP, BenchNetwork.CNN),
    /** SameDiff, ND4J's own graphs. */
    SAMEDIFF(BenchNetwork.MLP, BenchNetwork.CNN),
    /** Our own portable kernels. */
    ND4J;

    private final List<BenchNetwork> networks;

    Peer() {
        networks = BenchNetwork.all();
    }

    Peer(BenchNetwork... networks) {
        this.networks = List.of(networks);
    }

    /** The name on the command line and in results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the benchmark can build this network for it. */
    boolean trains(BenchNetwork network) {
        return networks.contains(network);
    }
}
