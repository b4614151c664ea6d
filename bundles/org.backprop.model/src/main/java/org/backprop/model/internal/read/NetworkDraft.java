package org.backprop.model.internal.read;

import java.util.List;
import java.util.Optional;

import org.backprop.model.Count;
import org.backprop.model.LayerSummary;
import org.backprop.model.NetworkSection;
import org.backprop.model.NetworkSummary;
import org.backprop.model.internal.yaml.Location;

/**
 * The network section as far as it could be read.
 *
 * @param section the section; empty if it has errors
 * @param layers the layers
 * @param sources for each layer its sources in {@link LayerGraph}'s terms
 * @param summaries for each layer its shapes, if known
 * @param at where the list of layers stands
 */
record NetworkDraft(
        Optional<NetworkSection> section,
        List<LayerDraft> layers,
        List<List<Integer>> sources,
        List<Optional<LayerSummary>> summaries,
        Location at) {

    static NetworkDraft none(Location at) {
        return new NetworkDraft(Optional.empty(), List.of(), List.of(), List.of(), at);
    }

    /** The summary if the shapes of all layers are known. */
    Optional<NetworkSummary> summary() {
        if (layers.isEmpty() || summaries.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<LayerSummary> all = summaries.stream().map(Optional::get).toList();
        return Optional.of(new NetworkSummary(
                all,
                all.stream().mapToLong(LayerSummary::parameters).reduce(0, Count::plus),
                all.stream().mapToLong(LayerSummary::flops).reduce(0, Count::plus)));
    }
}
