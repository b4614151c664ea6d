package org.backprop.model.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.ValueText;

/**
 * A parameter and what a text says about it.
 *
 * @param path where its value stands in the file, with every type on the way; that of a data source is its section's
 * @param parameter what it takes and what it means
 * @param given the value in the text; empty if it has its default
 * @param type the type that is selected, by the text or by default; empty for other kinds of values, for none, and for a
 *     word that is no type
 * @param fields the parameters of that type, or of a section; none for a section that is absent
 * @param items the entries of a list of types
 */
public record FormField(
        List<String> path,
        ParameterInfo parameter,
        Optional<ValueText> given,
        Optional<TypeInfo> type,
        List<FormField> fields,
        List<FormItem> items) {

    /** Copies the lists. */
    public FormField {
        path = List.copyOf(path);
        fields = List.copyOf(fields);
        items = List.copyOf(items);
    }

    /** Whether the value can be taken out of the file, so that it has its default. */
    public boolean isResettable() {
        return given.isPresent() && !parameter.required();
    }

    /** The parameter with this key among its fields. */
    public Optional<FormField> field(String key) {
        return fields.stream()
                .filter(field -> field.parameter().key().equals(key))
                .findFirst();
    }

    /** This field and all inside of it. */
    public Stream<FormField> all() {
        return Stream.of(
                        Stream.of(this),
                        fields.stream().flatMap(FormField::all),
                        items.stream().flatMap(item -> item.fields().stream()).flatMap(FormField::all))
                .flatMap(part -> part);
    }
}
