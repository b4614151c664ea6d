package org.backprop.model.internal.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.backprop.model.Layer;
import org.backprop.model.internal.read.LayerDraft.InputName;

/**
 * The network or a block in it: where names of layers mean its own layers first.
 *
 * @param prefix what the full names of its layers start with
 * @param depth number of blocks that its layers are in
 */
record Scope(String prefix, int depth) {

    /** The network. */
    static final Scope NETWORK = new Scope("", 0);

    /** The scope of a block with this full name. */
    Scope inside(String block) {
        return new Scope(block + "/", depth + 1);
    }

    /** The full name of a layer. */
    String qualified(String name) {
        return prefix + name;
    }

    /**
     * The layers of a block with full names for its own layers and for its input; other names are left alone.
     *
     * @param input the input of the block
     */
    List<LayerDraft> resolved(List<LayerDraft> layers, InputName input) {
        Set<String> own = layers.stream().map(LayerDraft::name).collect(Collectors.toSet());
        return layers.stream()
                .map(layer -> layer.withInputs(layer.inputs().stream()
                        .map(name -> resolved(name, own, input))
                        .toList()))
                .toList();
    }

    private InputName resolved(InputName name, Set<String> own, InputName input) {
        if (name.name().equals(Optional.of(Layer.INPUT))) {
            return input;
        }
        return new InputName(
                name.name().map(local -> own.contains(qualified(local)) ? qualified(local) : local), name.at());
    }
}
