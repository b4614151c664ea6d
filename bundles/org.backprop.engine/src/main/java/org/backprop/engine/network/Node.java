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
 * @param input the value it reads
 * @param output the value it writes, or its input's if the layer is a view
 */
record Node(String name, LayerDefinition definition, List<Parameter> parameters, int input, int output) {

    boolean isView() {
        return definition.isView();
    }
}
