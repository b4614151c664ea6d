package org.backprop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists everything that a model file says or leaves to its default, in the order of the file. */
public final class Settings {

    private final List<Setting> settings = new ArrayList<>();

    private Settings() {}

    /** The settings of a model: data, network and training, but not what a sweep varies. */
    public static List<Setting> of(Model model) {
        Settings found = new Settings();
        Map<String, Object> file = ModelWriter.resolved(model);
        for (ParameterInfo section : Catalogue.describe(Model.class).parameters()) {
            if (file.get(section.key()) instanceof Map<?, ?> values) {
                found.addSection(section, values);
            }
        }
        return List.copyOf(found.settings);
    }

    private void addSection(ParameterInfo section, Map<?, ?> values) {
        Class<? extends Record> record = section.element().asSubclass(Record.class);
        if (record == NetworkSection.class) {
            addNetwork(section.key(), values);
            return;
        }
        if (record == DataSection.class) {
            values.forEach((key, value) -> Catalogue.type(Family.DATA, key.toString())
                    .ifPresent(type -> addAll(section.key() + "." + key, type, (Map<?, ?>) value)));
        }
        addAll(section.key(), Catalogue.describe(record), values);
    }

    private void addNetwork(String path, Map<?, ?> values) {
        ParameterInfo layers = Catalogue.describe(NetworkSection.class).parameters().stream()
                .filter(parameter -> parameter.kind() == ParameterInfo.Kind.LAYERS)
                .findFirst()
                .orElseThrow();
        for (Object layer : (List<?>) values.get(layers.key())) {
            Map.Entry<?, ?> entry = ((Map<?, ?>) layer).entrySet().iterator().next();
            Map<?, ?> inside = (Map<?, ?>) entry.getValue();
            Catalogue.type(Family.LAYER, entry.getKey().toString())
                    .ifPresent(type -> addAll(path + "." + layers.key() + "." + inside.get("name"), type, inside));
        }
    }

    private void addAll(String path, TypeInfo type, Map<?, ?> values) {
        for (ParameterInfo parameter : type.parameters()) {
            Optional<Object> value = Optional.ofNullable(values.get(parameter.key()));
            boolean inline = type.spec() == DataSection.class && parameter.kind() == ParameterInfo.Kind.FAMILY;
            if (!inline) {
                add(path + "." + parameter.key(), parameter, value);
            }
        }
    }

    private void add(String path, ParameterInfo parameter, Optional<Object> value) {
        if (parameter.kind() == ParameterInfo.Kind.FAMILY && value.orElse(null) instanceof Map<?, ?> chosen) {
            String key = chosen.keySet().iterator().next().toString();
            settings.add(new Setting(path, Optional.of(key), parameter));
            Family.of(parameter.element())
                    .flatMap(family -> Catalogue.type(family, key))
                    .ifPresent(type -> addAll(path + "." + key, type, (Map<?, ?>) chosen.get(key)));
        } else if (parameter.kind() == ParameterInfo.Kind.SECTION && value.orElse(null) instanceof Map<?, ?> section) {
            addAll(path, Catalogue.describe(parameter.element().asSubclass(Record.class)), section);
        } else {
            settings.add(new Setting(path, value.map(Settings::text), parameter));
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(Settings::text).collect(Collectors.joining(", ", "[", "]"));
            case Double number -> Range.text(number);
            default -> value.toString();
        };
    }
}
