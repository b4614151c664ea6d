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

    /** Why it cannot have this value, for the user; empty if it can. */
    public Optional<String> refusal(double wanted) {
        return info.range().contains(wanted)
                ? Optional.empty()
                : Optional.of(path + " must be " + info.range().describe() + ", not " + Range.text(wanted));
    }

    /** The parameters of a type that have these keys. */
    static Stream<LiveParameter> of(String prefix, Record spec, List<String> keys) {
        return Catalogue.describe(spec.getClass()).parameters().stream()
                .filter(info -> keys.contains(info.key()))
                .map(info -> new LiveParameter(prefix + info.key(), SpecNumbers.get(spec, info), info));
    }
}
