package org.backprop.editor.network;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.backprop.model.Activation;
import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;

/** The text of a new layer: its type with values for the parameters that must be given. */
public final class Templates {

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("units", "64"),
            Map.entry("filters", "16"),
            Map.entry("kernel", "3"),
            Map.entry("size", "2"),
            Map.entry("rate", "0.5"),
            Map.entry("groups", "1"),
            Map.entry("embedding_dim", "32"),
            Map.entry("layers", "[{activation: relu}]"));

    private Templates() {}

    /**
     * The text of a layer.
     *
     * @param inputs names of layers for a type that takes several
     */
    public static String of(TypeInfo type, List<String> inputs) {
        String parameters = type.parameters().stream()
                .filter(ParameterInfo::required)
                .map(parameter -> parameter.key() + ": " + value(parameter))
                .collect(Collectors.joining(", "));
        if (takesSeveral(type)) {
            parameters = "inputs: " + inputs + (parameters.isEmpty() ? "" : ", " + parameters);
        }
        return parameters.isEmpty() ? type.key() : type.key() + ": {" + parameters + "}";
    }

    /** Whether layers of a type have several inputs. */
    public static boolean takesSeveral(TypeInfo type) {
        return List.of("add", "concat", "multiply").contains(type.key());
    }

    private static String value(ParameterInfo parameter) {
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
                        .map(family -> of(inner(family), List.of()))
                        .map(text -> text.contains(":") ? "{" + text + "}" : text)
                        .orElse("{}");
            case SHAPE, INTEGERS, NUMBERS -> "[1]";
            case TEXT -> "text";
            case NAMES, LAYERS -> "[]";
            case SECTION, MAPPING -> "{}";
        };
    }

    private static TypeInfo inner(Family family) {
        return Catalogue.types(family).getFirst();
    }
}
