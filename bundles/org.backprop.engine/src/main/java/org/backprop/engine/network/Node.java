package org.backprop.engine.network;

import java.util.List;

import org.backprop.engine.layers.LayerDefinition;

/**
 * One layer in the network's graph. Values are numbered: 0 is the network's input, i + 1 the output of layer i; a layer
 * that is a view of its input shares its input's value.
 *
 * @param name name of the layer
 * @param definition its implementation
 * @param parameters its parameters, in order
 * @param statistics its statistics, in order
 * @param inputs the values it reads, at least one; a value may be read twice
 * @param output the value it writes, or its input's if the layer is a view
 * @param frozen whether training leaves its parameters alone
 */
record Node(
        String name,
        LayerDefinition definition,
        List<Parameter> parameters,
        List<Parameter> statistics,
        List<Integer> inputs,
        int output,
        boolean frozen) {

    boolean isView() {
        return definition.isView();
    }

    /** Whether it has parameters that training changes. */
    boolean isTrained() {
        return !frozen && !parameters.isEmpty();
    }

    /** This layer and the activation layer {@code behind} it as one, which writes what the latter wrote. */
    Node fusedWith(Node behind, LayerDefinition fused) {
        return new Node(name, fused, parameters, statistics, inputs, behind.output, frozen);
    }
}
