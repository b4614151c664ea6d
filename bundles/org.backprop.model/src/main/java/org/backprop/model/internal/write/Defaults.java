package org.backprop.model.internal.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.backprop.model.Catalogue;
import org.backprop.model.DataSection;
import org.backprop.model.Family;
import org.backprop.model.Layer;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Split;
import org.backprop.model.TrainingSection;
import org.backprop.model.TypeInfo;
import org.backprop.model.internal.read.DefaultNames;

/**
 * Takes out of the complete structure of a model file what the reader fills in again: default values, names and inputs of
 * layers that they have anyway; and uses the short forms {@code adam} and {@code dropout: 0.2}.
 */
public final class Defaults {

    private static final String LAYERS = "layers";
    private static final String INPUTS = "inputs";
    private static final String NAME = "name";
    private static final Set<String> AMOUNTS = Set.of("train", "validation", "test");

    private Defaults() {}

    /** The structure without defaults. */
    public static Map<String, Object> without(Map<String, Object> file) {
        Map<String, Object> result = new LinkedHashMap<>(file);
        result.replaceAll((key, section) -> switch (key) {
            case "data" -> data(map(section));
            case "network" -> network(map(section));
            case "training" -> parameters(Catalogue.describe(TrainingSection.class), map(section));
            default -> section;
        });
        return result;
    }

    @SuppressWarnings("unchecked") // made by ModelWriter
    private static Map<String, Object> map(Object section) {
        return (Map<String, Object>) section;
    }

    private static Map<String, Object> data(Map<String, Object> section) {
        Map<String, Object> result = new LinkedHashMap<>();
        String source = section.keySet().iterator().next();
        result.put(source, inside(type(Family.DATA, source), map(section.get(source))));
        Map<String, Object> rest = new LinkedHashMap<>(section);
        rest.remove(source);
        result.putAll(parameters(Catalogue.describe(DataSection.class), rest));
        return result;
    }

    private static TypeInfo type(Family family, String key) {
        return Catalogue.type(family, key).orElseThrow();
    }

    private static Map<String, Object> network(Map<String, Object> section) {
        Map<String, Object> result = new LinkedHashMap<>(section);
        DefaultNames names = new DefaultNames();
        String before = Layer.INPUT;
        List<Object> layers = new ArrayList<>();
        for (Object item : (List<?>) section.get(LAYERS)) {
            String key = map(item).keySet().iterator().next();
            Map<String, Object> inside = new LinkedHashMap<>(map(map(item).get(key)));
            String name = (String) inside.get(NAME);
            if (inside.get(INPUTS).equals(List.of(before))) {
                inside.remove(INPUTS);
            }
            if (name.equals(names.next(key))) {
                inside.remove(NAME);
            }
            layers.add(shortest(key, inside(type(Family.LAYER, key), inside)));
            before = name;
        }
        result.put(LAYERS, layers);
        return result;
    }

    /** {@code adam} for {@code {adam: {}}}. */
    private static Object shortest(String key, Object inside) {
        return Map.of().equals(inside) ? key : Map.of(key, inside);
    }

    /** The value alone for {@code {rate: 0.2}} where that is the main parameter. */
    private static Object inside(TypeInfo type, Map<String, Object> parameters) {
        Map<String, Object> result = parameters(type, parameters);
        Optional<ParameterInfo> main =
                type.mainParameter().filter(parameter -> result.keySet().equals(Set.of(parameter.key())));
        return main.map(parameter -> result.get(parameter.key()))
                .filter(value -> !(value instanceof Map || value instanceof List))
                .orElse(result);
    }

    private static Map<String, Object> parameters(TypeInfo type, Map<String, Object> parameters) {
        Map<String, Object> result = new LinkedHashMap<>();
        parameters.forEach((key, value) -> {
            Optional<ParameterInfo> info = type.parameter(key);
            Object concise = info.map(parameter -> value(parameter, value)).orElse(value);
            if (info.isEmpty() || !isDefault(info.get(), concise)) {
                result.put(key, concise);
            }
        });
        if (type.spec() == Split.class && AMOUNTS.stream().anyMatch(result::containsKey)) {
            return withAmounts(parameters, result);
        }
        return result;
    }

    /** With any amount of a split, the other defaults are 0. */
    private static Map<String, Object> withAmounts(Map<String, Object> all, Map<String, Object> some) {
        Map<String, Object> result = new LinkedHashMap<>(all);
        result.keySet().removeIf(key -> !AMOUNTS.contains(key) && !some.containsKey(key));
        result.values().removeIf(value -> value instanceof Number number && number.doubleValue() == 0);
        return result;
    }

    private static Object value(ParameterInfo parameter, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> value(parameter, item)).toList();
        }
        if (!(value instanceof Map) || parameter.kind() == ParameterInfo.Kind.MAPPING) {
            return value;
        }
        Optional<Family> family = Family.of(parameter.element());
        if (family.isPresent()) {
            String key = map(value).keySet().iterator().next();
            return shortest(key, inside(type(family.get(), key), map(map(value).get(key))));
        }
        return parameter.element().isRecord() ? section(parameter, map(value)) : value;
    }

    private static Object section(ParameterInfo parameter, Map<String, Object> value) {
        return parameters(Catalogue.describe(parameter.element().asSubclass(Record.class)), value);
    }

    private static boolean isDefault(ParameterInfo parameter, Object value) {
        if (value instanceof List<?> list && list.size() == 1) {
            return isDefault(parameter, list.getFirst());
        }
        if (parameter.defaultValue().isEmpty()) {
            return !parameter.required() && (List.of().equals(value) || Map.of().equals(value));
        }
        String text = parameter.defaultValue().get();
        return value instanceof Number number && Scalars.isNumber(text)
                ? Double.parseDouble(text) == number.doubleValue()
                : value.toString().equals(text);
    }
}
