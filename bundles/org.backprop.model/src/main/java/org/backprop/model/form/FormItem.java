package org.backprop.model.form;

import java.util.List;
import java.util.Optional;

import org.backprop.model.TypeInfo;
import org.backprop.model.edit.ValueText;

/**
 * An entry of a list of types.
 *
 * @param path where it stands in the file; that of the list for a single type in place of a list of one
 * @param given the entry in the text
 * @param type the type that is selected; empty if the word is none
 * @param fields the parameters of that type
 */
public record FormItem(List<String> path, ValueText given, Optional<TypeInfo> type, List<FormField> fields) {

    /** Copies the lists. */
    public FormItem {
        path = List.copyOf(path);
        fields = List.copyOf(fields);
    }
}
