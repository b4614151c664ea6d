package org.backprop.model.internal.read;

import java.util.List;
import java.util.Optional;

import org.backprop.model.LayerSpec;
import org.backprop.model.RegularizerSpec;
import org.backprop.model.internal.yaml.Location;

/**
 * A layer as far as it could be read.
 *
 * @param depth number of blocks that it is in
 * @param type the key of its type, also if unknown
 * @param name its name, given or by default
 * @param at where it stands: the key of its type
 * @param nameAt where its name stands; its type's key if it has none
 * @param inputs the names it takes its inputs from: none given if empty
 * @param spec what it computes; empty if that has errors
 * @param regularizer its own regularizers, and where they stand; empty if it has none or they have errors
 */
record LayerDraft(
        int depth,
        String type,
        String name,
        Location at,
        Location nameAt,
        List<InputName> inputs,
        Optional<LayerSpec> spec,
        Optional<Regularizers> regularizer) {

    /** Whether the layer needs more inputs than are given; without a name it takes one, the layer before. */
    boolean lacksInputs() {
        return spec.isPresent() && spec.get().leastInputs() > Math.max(1, inputs.size());
    }

    /** The same layer with other inputs. */
    LayerDraft withInputs(List<InputName> others) {
        return new LayerDraft(depth, type, name, at, nameAt, others, spec, regularizer);
    }

    /**
     * The regularizers of a layer.
     *
     * @param specs what they do
     * @param at where they stand
     */
    record Regularizers(List<RegularizerSpec> specs, Location at) {}

    /**
     * A name in {@code inputs}.
     *
     * @param name the name; empty if it could not be read, which is reported
     * @param at where it stands
     */
    record InputName(Optional<String> name, Location at) {}
}
