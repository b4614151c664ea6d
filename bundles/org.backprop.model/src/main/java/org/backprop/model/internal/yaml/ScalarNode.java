package org.backprop.model.internal.yaml;

/**
 * A single value.
 *
 * @param text the value without quotes, escapes resolved
 * @param plain whether it was written without quotes
 * @param location where
 */
public record ScalarNode(String text, boolean plain, Location location) implements YamlNode {

    @Override
    public long size() {
        return 1;
    }

    @Override
    public boolean isNull() {
        return plain
                && switch (text) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
    }
}
