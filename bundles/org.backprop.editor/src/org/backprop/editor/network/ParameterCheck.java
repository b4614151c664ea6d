package org.backprop.editor.network;

import org.backprop.model.ParameterInfo;
import org.backprop.model.Range;
import org.eclipse.osgi.util.NLS;

/** Checks values that are typed in for a parameter. */
final class ParameterCheck {
    private static final double MOST_PLAIN = 1e9;

    private ParameterCheck() {}

    /** What is wrong with a value typed in, or null. */
    static String problem(ParameterInfo parameter, String value) {
        String text = value.strip();
        if (text.isEmpty() || text.equals(parameter.zeroWord())) {
            return null;
        }
        return switch (parameter.kind()) {
            case INTEGER, NUMBER -> numberProblem(parameter, text);
            case BOOLEAN -> text.equals("true") || text.equals("false") ? null : Messages.true_or_false;
            case CHOICE ->
                parameter.choices().isEmpty() || parameter.choices().contains(text)
                        ? null
                        : NLS.bind(Messages.choices, String.join(", ", parameter.choices()));
            default -> null;
        };
    }

    private static String numberProblem(ParameterInfo parameter, String text) {
        try {
            double number =
                    parameter.kind() == ParameterInfo.Kind.INTEGER ? Integer.parseInt(text) : Double.parseDouble(text);
            Range range = parameter.range();
            return range.contains(number)
                    ? null
                    : NLS.bind(Messages.out_of_range, new Object[] {
                        range.minExclusive() ? Messages.more_than : Messages.at_least,
                        plain(range.min()),
                        range.maxExclusive() ? Messages.less_than : Messages.at_most,
                        plain(range.max())
                    });
        } catch (NumberFormatException e) {
            return parameter.kind() == ParameterInfo.Kind.INTEGER ? Messages.whole_number : Messages.number;
        }
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < MOST_PLAIN
                ? Long.toString((long) bound)
                : Double.toString(bound).replace("Infinity", "\u221e");
    }
}
