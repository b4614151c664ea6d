package org.backprop.model.internal.read;

import java.util.Optional;

import org.backprop.model.Code;
import org.backprop.model.DataSection;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.FlattenLayer;
import org.backprop.model.LayerSpec;
import org.backprop.model.Normalization;
import org.backprop.model.ReshapeLayer;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;

/** Checks that embeddings look up numbers that can be indices: those of the data, unchanged. */
final class EmbeddingCheck {

    private final NetworkDraft network;
    private final Problems problems;

    EmbeddingCheck(NetworkDraft network, Problems problems) {
        this.network = network;
        this.problems = problems;
    }

    /** Reports embeddings that take the output of a layer that computes. */
    void checkInputs() {
        for (int i = 0; i < network.layers().size(); i++) {
            if (isEmbedding(i)) {
                checkInput(i);
            }
        }
    }

    private boolean isEmbedding(int layer) {
        return spec(layer).filter(EmbeddingLayer.class::isInstance).isPresent();
    }

    private Optional<LayerSpec> spec(int layer) {
        return network.layers().get(layer).spec();
    }

    private void checkInput(int embedding) {
        int source = network.sources().get(embedding).getFirst();
        while (source >= 0 && spec(source).filter(EmbeddingCheck::keepsNumbers).isPresent()) {
            source = network.sources().get(source).getFirst();
        }
        if (source >= 0 && spec(source).isPresent()) {
            problems.error(
                    network.layers().get(embedding).at(),
                    Code.INCONSISTENT,
                    "embedding looks up whole numbers of the data, but its input is computed by "
                            + Quote.of(network.layers().get(source).name())
                            + ": make it the first layer, or give it inputs: input");
        }
    }

    private static boolean keepsNumbers(LayerSpec spec) {
        return spec instanceof FlattenLayer || spec instanceof ReshapeLayer;
    }

    /** Warns if the data is normalized, which leaves no whole numbers. */
    void checkData(Entry entry, DataSection data) {
        if (data.scaling() == Normalization.NONE) {
            return;
        }
        Location at = entry.value() instanceof MappingNode mapping
                ? mapping.entry("normalize").map(Entry::valueLocation).orElse(entry.valueLocation())
                : entry.valueLocation();
        for (int i = 0; i < network.layers().size(); i++) {
            if (isEmbedding(i)) {
                problems.warning(
                        at,
                        Code.INCONSISTENT,
                        "normalize leaves no whole numbers for the embedding "
                                + Quote.of(network.layers().get(i).name()) + " to look up: remove it");
            }
        }
    }
}
