package org.backprop.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number of a model that may be changed while it trains: learning rate and weight decay of the optimizer, the value of the
 * clipping, the rates of dropout layers. {@link LiveParameters} finds and changes them.
 *
 * @param path where it stands: {@code training.optimizer.<key>}, {@code training.clipping.<key>} or {@code
 *     network.layers.<name>.<key>}; other than the paths of overrides, without the name of the type
 * @param value its present value
 * @param info what it means and which values it takes
 */
public record LiveParameter(String path, double value, ParameterInfo info) {

    private static final String LAYERS = "network.layers.";

    /** The same with another value. */
    public LiveParameter with(double present) {
        return new LiveParameter(path, present, info);
    }

    /** The layer that it belongs to; empty if it is of the training section. */
    public Optional<String> layer() {
        return path.startsWith(LAYERS)
                ? Optional.of(path.substring(
                        LAYERS.length(), path.length() - info.key().length() - 1))
                : Optional.empty();
    }

    /** Whether it belongs to this layer. */
    public boolean isOf(String layer) {
        return layer().equals(Optional.of(layer));
    }

    /** Why it cannot have this value, for the user; empty if it can. */
    public Optional<String> refusal(double wanted) {
        return info.range().contains(wanted)
                ? Optional.empty()
                : Optional.of(path + " must be " + info.range().describe() + ", not " + Range.text(wanted));
    }

    /**
     * Checks a value.
     *
     * @throws IllegalArgumentException if it cannot have this value; the message is for the user
     */
    public void check(double wanted) {
        refusal(wanted).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
    }

    /** The parameters of a type that have these keys. */
    static Stream<LiveParameter> of(String prefix, Record spec, List<String> keys) {
        return Catalogue.describe(spec.getClass()).parameters().stream()
                .filter(info -> keys.contains(info.key()))
                .map(info -> new LiveParameter(prefix + info.key(), SpecNumbers.get(spec, info), info));
    }

    /** Those of a layer. */
    static Stream<LiveParameter> of(Layer layer, List<String> keys) {
        return of(LAYERS + layer.name() + ".", (Record) layer.spec(), keys);
    }
}
