package org.backprop.exchange.keras;

import java.util.List;

import org.backprop.exchange.ExchangeException;

/**
 * A layer of a Keras model.
 *
 * @param name its name, unique in the model
 * @param type name of its class, such as {@code Conv2D}
 * @param config its settings
 * @param inputs names of the layers whose outputs it takes; empty for an input
 */
record KerasLayer(String name, String type, Settings config, List<String> inputs) {

    /** The type of layers that stand for the inputs of a model. */
    static final String INPUT = "InputLayer";

    /** Copies the list. */
    KerasLayer {
        inputs = List.copyOf(inputs);
    }

    /** What to call it in messages. */
    String title() {
        return "layer '" + name + "' (" + type + ")";
    }

    /** That something about it cannot be carried over. */
    ExchangeException refused(String why) {
        return new ExchangeException(title() + ": " + why);
    }

    /** Refuses the layer unless a setting has the value that ours always has. */
    void require(String setting, boolean holds, String why) throws ExchangeException {
        if (!holds) {
            throw refused(setting + " " + config.members().get(setting) + " cannot be carried over: " + why);
        }
    }
}
