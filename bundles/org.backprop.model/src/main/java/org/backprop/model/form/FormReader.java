package org.backprop.model.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.model.Catalogue;
import org.backprop.model.DataSpec;
import org.backprop.model.Family;
import org.backprop.model.Model;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.ValueText;

/** Finds the fields of a form in a text, as far as it can be read. */
public final class FormReader {

    private FormReader() {}

    /**
     * A section of the file.
     *
     * @param file what stands in the file; empty if it is empty
     * @param section key of a section at the top
     * @throws java.util.NoSuchElementException if there is no such section
     */
    public static FormField section(Optional<ValueText> file, String section) {
        ParameterInfo parameter =
                Catalogue.describe(Model.class).parameter(section).orElseThrow();
        return field(List.of(section), parameter, file.flatMap(keys -> keys.entry(section)));
    }

    private static FormField field(List<String> path, ParameterInfo parameter, Optional<ValueText> given) {
        return switch (parameter.kind()) {
            case SECTION -> section(path, parameter, given);
            case FAMILY -> family(path, parameter, given);
            case FAMILIES ->
                new FormField(path, parameter, given, Optional.empty(), List.of(), items(path, parameter, given));
            default -> new FormField(path, parameter, given, Optional.empty(), List.of(), List.of());
        };
    }

    private static FormField section(List<String> path, ParameterInfo parameter, Optional<ValueText> given) {
        TypeInfo type = Catalogue.describe(parameter.element().asSubclass(Record.class));
        boolean absent = parameter.type() == Optional.class && given.isEmpty();
        List<FormField> fields = absent ? List.of() : parameters(path, type, given);
        return new FormField(path, parameter, given, Optional.empty(), fields, List.of());
    }

    private static FormField family(List<String> path, ParameterInfo parameter, Optional<ValueText> given) {
        Optional<TypeInfo> type =
                given.isPresent() ? given.flatMap(value -> type(parameter, value)) : byDefault(parameter);
        List<FormField> fields = type.map(chosen -> inside(path, chosen, given)).orElse(List.of());
        return new FormField(path, parameter, given, type, fields, List.of());
    }

    private static Optional<TypeInfo> byDefault(ParameterInfo parameter) {
        return parameter.defaultValue().flatMap(word -> Catalogue.type(family(parameter), word));
    }

    private static Family family(ParameterInfo parameter) {
        return Family.of(parameter.element()).orElseThrow();
    }

    /** The type that a word or the key of a mapping selects. */
    private static Optional<TypeInfo> type(ParameterInfo parameter, ValueText value) {
        return value
                .word()
                .map(List::of)
                .orElseGet(() -> List.copyOf(value.entries().keySet()))
                .stream()
                .flatMap(word -> Catalogue.type(family(parameter), word).stream())
                .findFirst();
    }

    /** The parameters of a selected type. */
    private static List<FormField> inside(List<String> path, TypeInfo type, Optional<ValueText> selection) {
        return parameters(with(path, type.key()), type, selection.flatMap(value -> value.entry(type.key())));
    }

    private static List<FormItem> items(List<String> path, ParameterInfo parameter, Optional<ValueText> given) {
        if (given.isEmpty()) {
            return List.of();
        }
        boolean single =
                given.get().word().isPresent() || !given.get().entries().isEmpty();
        List<ValueText> items = single ? List.of(given.get()) : given.get().items();
        return IntStream.range(0, items.size())
                .mapToObj(i -> item(single ? path : with(path, Integer.toString(i)), parameter, items.get(i)))
                .toList();
    }

    private static FormItem item(List<String> path, ParameterInfo parameter, ValueText given) {
        Optional<TypeInfo> type = type(parameter, given);
        return new FormItem(
                path,
                given,
                type,
                type.map(chosen -> inside(path, chosen, Optional.of(given))).orElse(List.of()));
    }

    /**
     * The parameters of a type or section.
     *
     * @param value a mapping of them, or what stands for the main one
     */
    private static List<FormField> parameters(List<String> path, TypeInfo type, Optional<ValueText> value) {
        List<FormField> fields = new ArrayList<>();
        boolean standsForMain = value.filter(
                        given -> given.word().isPresent() || !given.items().isEmpty())
                .isPresent();
        for (ParameterInfo parameter : type.parameters()) {
            boolean beside = parameter.type() == DataSpec.class;
            Optional<ValueText> given = standsForMain
                    ? value.filter(main -> parameter.main())
                    : beside
                            ? value.filter(keys -> type(parameter, keys).isPresent())
                            : value.flatMap(keys -> keys.entry(parameter.key()));
            fields.add(field(beside ? path : with(path, parameter.key()), parameter, given));
        }
        return fields;
    }

    private static List<String> with(List<String> path, String last) {
        List<String> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
