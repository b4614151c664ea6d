package org.backprop.editor.source;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.backprop.model.LayerSummary;
import org.backprop.model.ParameterInfo;
import org.backprop.model.ParameterInfo.Kind;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.LayerText;
import org.eclipse.osgi.util.NLS;

/** Puts what the catalogue says about a word into a short text. */
public final class Documentation {
    private static final Pattern LINE = Pattern.compile("(.{1,50})(?: |$)");

    private Documentation() {}

    /** What a type does, with its formula and source. */
    public static String of(TypeInfo type) {
        StringBuilder text = new StringBuilder(wrapped(type.doc()));
        line(text, Messages.doc_formula, type.formula());
        line(text, Messages.doc_source, type.source());
        return text.toString();
    }

    /** What a layer is: its type, and its parameters as they are written. */
    static String of(LayerText layer) {
        String parameters = layer.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + ": " + parameter.getValue())
                .collect(Collectors.joining(", "));
        return wrapped(parameters.isEmpty() ? layer.type() : layer.type() + ": {" + parameters + "}");
    }

    /** The shapes and counts of a layer. */
    static String of(LayerSummary layer) {
        return NLS.bind(Messages.doc_layer, new Object[] {layer.in(), layer.out(), layer.parameters(), layer.flops()});
    }

    /** What a parameter means, with its default and what it may be. */
    public static String of(ParameterInfo parameter) {
        StringBuilder text = new StringBuilder(wrapped(parameter.doc()));
        line(text, Messages.doc_default, parameter.defaultValue().orElse(""));
        line(text, Messages.doc_range, range(parameter));
        line(text, Messages.doc_unit, parameter.unit());
        line(text, Messages.doc_choices, choices(parameter));
        return text.toString();
    }

    private static String range(ParameterInfo parameter) {
        return switch (parameter.kind()) {
            case INTEGER, NUMBER, SIZE, PADDING -> parameter.range().describe();
            default -> "";
        };
    }

    /** The words that a value must be one of; a padding may be a number as well. */
    private static String choices(ParameterInfo parameter) {
        return parameter.kind() == Kind.PADDING ? "" : String.join(", ", parameter.choices());
    }

    /** The box beside the proposals does not wrap lines. */
    private static String wrapped(String line) {
        return LINE.matcher(line).replaceAll("$1\n").strip();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isBlank()) {
            text.append('\n').append(wrapped(NLS.bind(label, value)));
        }
    }
}
