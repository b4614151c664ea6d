package org.backprop.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.backprop.model.Model;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Setting;
import org.backprop.model.Settings;
import org.eclipse.osgi.util.NLS;

/**
 * A row of a table of settings.
 *
 * @param path dotted path
 * @param inFile the value in the file or by default; empty if there is none
 * @param parameter what is known about it; empty for a path that the model does not have
 */
record SettingRow(String path, String inFile, Optional<ParameterInfo> parameter) {

    /** The settings of a model, and those that are overridden although the model does not have them. */
    static List<SettingRow> of(Optional<Model> model, Set<String> overridden, Predicate<String> part) {
        List<SettingRow> rows = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(overridden);
        for (Setting setting : model.map(Settings::of).orElse(List.of())) {
            if (part.test(setting.path())) {
                rows.add(new SettingRow(setting.path(), setting.value().orElse(""), Optional.of(setting.parameter())));
                unknown.remove(setting.path());
            }
        }
        unknown.forEach(path -> rows.add(new SettingRow(path, "", Optional.empty())));
        return rows;
    }

    /** The words that the value is chosen from; empty if it is typed. */
    List<String> words() {
        return parameter
                .map(info -> switch (info.kind()) {
                    case BOOLEAN -> List.of("true", "false");
                    case CHOICE -> info.choices();
                    default -> List.<String>of();
                })
                .orElse(List.of());
    }

    /** What the setting means, and what it may be. */
    String explanation() {
        return parameter.map(SettingRow::explain).orElse(NLS.bind(Messages.override_unknown, path));
    }

    private static String explain(ParameterInfo info) {
        String range = info.range().describe();
        String choices = info.choices().isEmpty() ? "" : String.join(", ", info.choices());
        return List.of(
                        info.doc(),
                        range.isEmpty() ? "" : NLS.bind(Messages.override_range, range, info.unit()),
                        choices.isEmpty() ? "" : NLS.bind(Messages.override_choices, choices),
                        info.zeroWord().isEmpty() ? "" : NLS.bind(Messages.override_word, info.zeroWord()))
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    boolean matches(Map<String, String> overrides, String filter) {
        return path.contains(filter) || overrides.getOrDefault(path, "").contains(filter);
    }
}
