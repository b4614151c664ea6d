package org.backprop.exchange.keras;

import java.util.Map;
import java.util.Optional;

import org.backprop.exchange.ExchangeException;
import org.backprop.model.Activation;

/** Keras' names of activation functions that compute what ours do. */
final class Functions {

    private static final Map<String, Activation> NAMES = Map.ofEntries(
            Map.entry("linear", Activation.LINEAR),
            Map.entry("relu", Activation.RELU),
            Map.entry("relu6", Activation.RELU6),
            Map.entry("sigmoid", Activation.SIGMOID),
            Map.entry("tanh", Activation.TANH),
            Map.entry("elu", Activation.ELU),
            Map.entry("selu", Activation.SELU),
            Map.entry("celu", Activation.CELU),
            Map.entry("gelu", Activation.GELU),
            Map.entry("silu", Activation.SILU),
            Map.entry("swish", Activation.SILU),
            Map.entry("mish", Activation.MISH),
            Map.entry("softplus", Activation.SOFTPLUS),
            Map.entry("softsign", Activation.SOFTSIGN),
            Map.entry("hard_tanh", Activation.HARD_TANH),
            Map.entry("softmax", Activation.SOFTMAX),
            Map.entry("log_softmax", Activation.LOG_SOFTMAX));

    private Functions() {}

    /** The function that the setting {@code activation} names; empty if there is none. */
    static Optional<Activation> of(Settings config, KerasLayer layer) throws ExchangeException {
        return config.has("activation") ? Optional.of(named(name(config, "activation"), layer)) : Optional.empty();
    }

    /** A name, or the name in the object that Keras 3 writes for a function. */
    static String name(Settings config, String key) throws ExchangeException {
        Optional<Settings> object = config.optionalObject(key);
        return object.isPresent()
                ? object.get().optionalText("config").orElse(object.get().text("class_name"))
                : config.text(key);
    }

    private static Activation named(String name, KerasLayer layer) throws ExchangeException {
        Activation function = NAMES.get(name);
        if (function == null) {
            throw layer.refused("the activation " + name + " has no equal here; there are "
                    + String.join(", ", NAMES.keySet().stream().sorted().toList()));
        }
        return function;
    }
}
