package org.backprop.runlog.sweep;

import java.util.Map;
import java.util.stream.Collectors;

/** A setting in one short line for people. */
public final class SettingText {
    private SettingText() {}

    /** Such as {@code sgd (momentum: 0.9)}; with several paths {@code optimizer=sgd, batch_size=32}. */
    public static String of(Map<String, String> settings) {
        if (settings.size() == 1) {
            return value(settings.values().iterator().next());
        }
        return settings.entrySet().stream()
                .map(setting -> key(setting.getKey()) + "=" + value(setting.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String key(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String value(String text) {
        return text.startsWith("{") && text.endsWith("}")
                ? text.substring(1, text.length() - 1).replace(": {", " (").replace("}", ")")
                : text;
    }
}
