package org.backprop.views.pruning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.run.Recorded;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.tensor.BitMask;
import org.backprop.runlog.tensor.Tensor;

/** Reads masks, and keeps what does not change between two calls. Not thread-safe. */
final class MaskReading {
    private final Map<String, Counted> counts = new HashMap<>();
    private List<Tensor> shownTensors = List.of();
    private LayerMask shown = new LayerMask(List.of());

    /**
     * @param tensor what was counted; compared by identity
     * @param step of its record
     */
    record Counted(Tensor tensor, long step, int dimensions, int elements, int kept) {}

    /**
     * Sizes of the masks of a layer's weights at a moment. Those of biases, which have one dimension, are left out, and those
     * that cannot be read.
     */
    List<Counted> count(RunSnapshot run, String layer, Moment moment) {
        List<Counted> found = new ArrayList<>();
        for (String tag : PruningTags.masks(run, layer)) {
            moment.newest(run.history(tag))
                    .flatMap(mask -> count(tag, mask))
                    .filter(mask -> mask.dimensions() > 1)
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Counted> count(String tag, Recorded<Tensor> mask) {
        Counted known = counts.get(tag);
        if (known != null && known.tensor() == mask.value()) {
            return Optional.of(known);
        }
        Optional<Counted> counted =
                read(mask.value()).map(read -> new Counted(
                        mask.value(), mask.step(), read.shape().length, read.elements(), read.count()));
        counted.ifPresent(value -> counts.put(tag, value));
        return counted;
    }

    /** The masks of a layer at a moment; the same object as before if they are the same. */
    LayerMask mask(RunSnapshot run, String layer, Moment moment) {
        List<Tensor> tensors = new ArrayList<>();
        List<MaskCells> parts = new ArrayList<>();
        List<String> tags = PruningTags.masks(run, layer);
        for (String tag : tags) {
            moment.newest(run.history(tag)).ifPresent(mask -> tensors.add(mask.value()));
        }
        if (!same(tensors)) {
            for (String tag : tags) {
                moment.newest(run.history(tag))
                        .flatMap(mask -> read(mask.value()))
                        .ifPresent(mask -> parts.add(new MaskCells(PruningTags.parameter(tag), mask)));
            }
            shownTensors = tensors;
            shown = new LayerMask(parts);
        }
        return shown;
    }

    private boolean same(List<Tensor> tensors) {
        boolean same = tensors.size() == shownTensors.size();
        for (int i = 0; same && i < tensors.size(); i++) {
            same = tensors.get(i) == shownTensors.get(i);
        }
        return same;
    }

    private static Optional<BitMask> read(Tensor tensor) {
        try {
            return Optional.of(BitMask.of(tensor));
        } catch (IllegalArgumentException notAMask) {
            return Optional.empty();
        }
    }
}
