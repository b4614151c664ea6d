package org.backprop.editor.training;

import java.util.Locale;
import java.util.Optional;

import org.backprop.model.ParameterInfo;
import org.eclipse.osgi.util.NLS;

/** Words of the page that are made from keys and descriptions of parameters. */
final class Labels {

    private Labels() {}

    /** A key as a label: {@code learning_rate} as "Learning rate". */
    static String of(String key) {
        String words = key.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What stands in a choice for a key that is not in the file. */
    static String absent(ParameterInfo parameter) {
        Optional<String> byDefault = parameter.defaultValue();
        if (byDefault.isPresent()) {
            return NLS.bind(Messages.by_default, byDefault.get());
        }
        if (parameter.required()) {
            return "";
        }
        return parameter.kind() == ParameterInfo.Kind.FAMILY ? Messages.none : Messages.automatic;
    }

    /** What stands behind the value: its unit, a word that may replace it, and the default where no other place shows it. */
    static String unit(ParameterInfo parameter) {
        if (isChosen(parameter)) {
            return parameter
                    .defaultValue()
                    .map(word -> NLS.bind(Messages.default_is, word))
                    .orElse("");
        }
        String word = parameter.zeroWord().isEmpty() ? "" : NLS.bind(Messages.or_word, parameter.zeroWord());
        return parameter.unit().isEmpty() || word.isEmpty() ? parameter.unit() + word : parameter.unit() + ", " + word;
    }

    /** Whether a list is made of a few words. */
    static boolean isChosen(ParameterInfo parameter) {
        return parameter.kind() == ParameterInfo.Kind.NAMES
                && !parameter.choices().isEmpty();
    }
}
