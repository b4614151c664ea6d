package org.backprop.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values for parameters that must be given, to begin with: small, in range, and of the right kind. */
public final class SampleValue {

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("units", "64"),
            Map.entry("filters", "16"),
            Map.entry("kernel", "3"),
            Map.entry("size", "2"),
            Map.entry("rate", "0.5"),
            Map.entry("groups", "1"),
            Map.entry("epochs", "10"),
            Map.entry("loss", "cross_entropy"),
            Map.entry("path", "data"),
            Map.entry("target", "target"),
            Map.entry("embedding_dim", "32"),
            Map.entry("layers", "[{activation: relu}]"));

    private SampleValue() {}

    /** A value on one line, as it stands in a file. */
    public static String of(ParameterInfo parameter) {
        if (USUAL.containsKey(parameter.key())) {
            return USUAL.get(parameter.key());
        }
        double least =
                Double.isFinite(parameter.range().min()) ? parameter.range().min() : 0;
        return switch (parameter.kind()) {
            case INTEGER, SIZE -> Integer.toString((int) Math.max(1, Math.ceil(least)));
            case NUMBER -> Double.toString(Math.max(0.5, least));
            case BOOLEAN -> "true";
            case CHOICE, PADDING ->
                parameter.element() == Activation.class
                        ? "relu"
                        : parameter.choices().getFirst();
            case FAMILY, FAMILIES ->
                Family.of(parameter.element())
                        .map(family -> type(Catalogue.types(family).getFirst()))
                        .orElse("{}");
            case SECTION -> section(parameter.element().asSubclass(Record.class));
            case SHAPE, INTEGERS, NUMBERS -> "[1]";
            case TEXT -> "text";
            case NAMES, LAYERS -> "[]";
            case MAPPING -> "{}";
        };
    }

    private static String section(Class<? extends Record> record) {
        if (record == DataSection.class) {
            return "{digits: {samples: 2000, seed: 1}}";
        }
        return "{" + required(Catalogue.describe(record).parameters()) + "}";
    }

    private static String type(TypeInfo type) {
        String required = required(type.parameters());
        return required.isEmpty() ? type.key() : "{" + type.key() + ": {" + required + "}}";
    }

    /** The required ones of several parameters with values, as they stand in braces. */
    public static String required(List<ParameterInfo> parameters) {
        return parameters.stream()
                .filter(ParameterInfo::required)
                .map(parameter -> parameter.key() + ": " + of(parameter))
                .collect(Collectors.joining(", "));
    }
}
