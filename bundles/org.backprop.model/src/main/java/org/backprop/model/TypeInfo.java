package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * A type or section that a model file may contain, as described on its record.
 *
 * @param key the name in the file
 * @param doc one line: what it does
 * @param formula the formula in plain text, may be empty
 * @param source the name in PyTorch or the paper, may be empty
 * @param parameters its parameters in the order of the record's components
 * @param spec the record, or {@link Activation}
 */
public record TypeInfo(
        String key, String doc, String formula, String source, List<ParameterInfo> parameters, Class<?> spec) {

    /** Copies the list. */
    public TypeInfo {
        parameters = List.copyOf(parameters);
    }

    /** The parameter with this key. */
    public Optional<ParameterInfo> parameter(String parameterKey) {
        return parameters.stream().filter(p -> p.key().equals(parameterKey)).findFirst();
    }

    /** The parameter that a scalar in place of the mapping sets. */
    public Optional<ParameterInfo> mainParameter() {
        return parameters.stream().filter(ParameterInfo::main).findFirst();
    }
}
