package org.backprop.editor.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.DataSpec;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;
import org.backprop.model.form.FormField;
import org.backprop.model.form.FormItem;

/**
 * A line of a form.
 *
 * @param kind what it edits
 * @param field the parameter; for an entry of a list that of the list
 * @param item the entry of a list that it edits; empty for other kinds
 * @param index 0-based place of that entry
 * @param depth how many types or sections it is inside of
 */
record Row(Kind kind, FormField field, Optional<FormItem> item, int index, int depth) {

    /** What a line edits. */
    enum Kind {
        /** A single value or a list of them. */
        VALUE,
        /** Which type of a family is selected. */
        TYPE,
        /** Whether a section is there. */
        SWITCH,
        /** A list of types, which takes further ones. */
        LIST,
        /** An entry of such a list. */
        ITEM,
        /** The name of a section that is always there. */
        HEADING
    }

    /** The lines for fields and all inside of them. */
    static List<Row> of(List<FormField> fields) {
        List<Row> rows = new ArrayList<>();
        fields.forEach(field -> add(field, 0, rows));
        return rows;
    }

    private static void add(FormField field, int depth, List<Row> rows) {
        Kind kind = kind(field.parameter());
        rows.add(new Row(kind, field, Optional.empty(), -1, depth));
        for (int i = 0; i < field.items().size(); i++) {
            FormItem item = field.items().get(i);
            rows.add(new Row(Kind.ITEM, field, Optional.of(item), i, depth));
            item.fields().forEach(inside -> add(inside, depth + 1, rows));
        }
        field.fields().forEach(inside -> add(inside, depth + 1, rows));
    }

    private static Kind kind(ParameterInfo parameter) {
        return switch (parameter.kind()) {
            case FAMILY -> Kind.TYPE;
            case FAMILIES -> Kind.LIST;
            case SECTION -> parameter.type() == Optional.class ? Kind.SWITCH : Kind.HEADING;
            default -> Kind.VALUE;
        };
    }

    /** Where the value stands that the line edits. */
    List<String> path() {
        return item.map(FormItem::path).orElse(field.path());
    }

    /** The type that is selected. */
    Optional<TypeInfo> type() {
        return item.isPresent() ? item.get().type() : field.type();
    }

    /** Whether it selects the source of the data, whose type stands among the keys of a section. */
    boolean isDataSource() {
        return field.parameter().type() == DataSpec.class;
    }

    /** Two lines with the same identity can be shown by the same widgets. */
    List<Object> identity() {
        String type = kind == Kind.ITEM ? type().map(TypeInfo::key).orElse("") : "";
        return List.of(kind, path(), field.parameter().key(), field.parameter().choices(), type, depth);
    }
}
