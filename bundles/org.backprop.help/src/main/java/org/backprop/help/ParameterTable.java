package org.backprop.help;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Range;
import org.backprop.model.TypeInfo;

/** The table of the parameters of a type. */
final class ParameterTable {
    private static final String HEADING = """
            <table>
            <tr><th>Parameter</th><th>Meaning</th><th>Default</th><th>Values</th><th>Unit</th></tr>
            """;

    private final String page;
    private final TypeInfo type;
    private final Formulas formulas;
    private final MathMl math;

    /**
     * A table.
     *
     * @param page where it stands, see {@link Html#page}
     */
    ParameterTable(String page, TypeInfo type, Formulas formulas, MathMl math) {
        this.page = page;
        this.type = type;
        this.formulas = formulas;
        this.math = math;
    }

    String html() {
        return HEADING + type.parameters().stream().map(this::row).collect(Collectors.joining()) + "</table>\n";
    }

    private String row(ParameterInfo parameter) {
        String symbol = formulas.symbol(type.key(), parameter.key());
        return "<tr id=\"%s\"><td><code>%s</code>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        parameter.key(),
                        parameter.key(),
                        symbol.isEmpty() ? "" : " " + math.inline(symbol),
                        Html.escape(parameter.doc()),
                        defaultValue(parameter),
                        values(parameter),
                        Html.escape(parameter.unit()));
    }

    private static String defaultValue(ParameterInfo parameter) {
        if (parameter.required()) {
            return "<em>required</em>";
        }
        return parameter
                .defaultValue()
                .map(value -> "<code>" + Html.escape(value) + "</code>")
                .orElse("none");
    }

    private String values(ParameterInfo parameter) {
        Optional<Family> family = Reference.family(parameter);
        if (family.isPresent()) {
            return members(family.get());
        }
        if (!parameter.choices().isEmpty()) {
            return words(parameter.choices());
        }
        String kind = kind(parameter);
        String range = parameter.range().equals(Range.ALL)
                ? ""
                : " " + parameter.range().describe();
        String word = parameter.zeroWord().isEmpty() ? "" : ", or <code>" + parameter.zeroWord() + "</code>";
        return Html.escape(kind + range) + word;
    }

    private String members(Family family) {
        return Catalogue.types(family).stream()
                .map(member -> Html.link(
                        Html.root(page) + Reference.FOLDER + Reference.folder(family) + "/" + member.key() + ".html",
                        member.key()))
                .collect(Collectors.joining(", "));
    }

    private static String words(List<String> words) {
        return words.stream()
                .map(word -> "<code>" + Html.escape(word) + "</code>")
                .collect(Collectors.joining(", "));
    }

    private String kind(ParameterInfo parameter) {
        return switch (parameter.kind()) {
            case INTEGER -> "whole number";
            case NUMBER -> "number";
            case BOOLEAN -> "true or false";
            case TEXT -> "text";
            case SHAPE, INTEGERS -> "list of whole numbers";
            case SIZE -> "whole number, or a list of two";
            case PADDING -> "word or size";
            case NUMBERS -> "list of numbers";
            case NAMES -> "list of names";
            case MAPPING, SECTION -> "mapping";
            case LAYERS, FAMILIES -> "list";
            case FAMILY, CHOICE -> "name";
        };
    }
}
