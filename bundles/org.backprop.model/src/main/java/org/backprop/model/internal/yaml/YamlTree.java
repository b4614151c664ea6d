package org.backprop.model.internal.yaml;

import java.util.Optional;

/**
 * The result of parsing a text.
 *
 * @param root the outermost value; empty if there is none
 * @param complete false if parsing ended at an error, so that values may be missing at the end
 */
public record YamlTree(Optional<YamlNode> root, boolean complete) {

    /** No value because of an error. */
    public static final YamlTree UNREADABLE = new YamlTree(Optional.empty(), false);
}
