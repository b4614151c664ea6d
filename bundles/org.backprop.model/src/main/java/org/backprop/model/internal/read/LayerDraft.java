package org.backprop.model.internal.read;

import java.util.List;
import java.util.Optional;

import org.backprop.model.LayerSpec;
import org.backprop.model.internal.yaml.Location;

/**
 * A layer as far as it could be read.
 *
 * @param type the key of its type, also if unknown
 * @param name its name, given or by default
 * @param at where it stands: the key of its type
 * @param nameAt where its name stands; its type's key if it has none
 * @param inputs the names it takes its input from: none given if empty
 * @param spec what it computes; empty if that has errors
 */
record LayerDraft(
        String type, String name, Location at, Location nameAt, List<InputName> inputs, Optional<LayerSpec> spec) {

    /**
     * A name in {@code inputs}.
     *
     * @param name the name
     * @param at where it stands
     */
    record InputName(String name, Location at) {}
}
