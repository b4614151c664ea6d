package org.backprop.model;

import java.util.Optional;

/**
 * A value of a model that can be overridden for one training.
 *
 * @param path its dotted path, as an override names it: {@code training.optimizer.adam.learning_rate}
 * @param value the value as YAML text on one line, the default where the file does not give it; empty if there is none
 * @param parameter what it takes and what it means
 */
public record Setting(String path, Optional<String> value, ParameterInfo parameter) {}
