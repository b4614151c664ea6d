package org.backprop.editor.compare;

import org.backprop.model.diff.Difference;
import org.backprop.model.diff.Difference.Element;
import org.backprop.model.diff.Difference.Side;
import org.eclipse.osgi.util.NLS;

/**
 * Differences in words, and the parts of the texts that they stand for.
 *
 * @param left the left text
 * @param right the right text
 * @param mirrored whether the left text is shown on the right
 */
record DifferenceText(String left, String right, boolean mirrored) {

    TextPart left(Difference difference, Side side) {
        return TextPart.of(difference.label(), left, side);
    }

    TextPart right(Difference difference, Side side) {
        return TextPart.of(difference.label(), right, side);
    }

    String label(Difference difference) {
        String name = difference.element() == Element.PARAMETER ? parameter(difference) : plain(difference);
        return switch (difference.kind()) {
            case CHANGED -> name;
            case MOVED -> NLS.bind(Messages.moved, name);
            case ADDED -> NLS.bind(mirrored ? Messages.only_left : Messages.only_right, name);
            case REMOVED -> NLS.bind(mirrored ? Messages.only_right : Messages.only_left, name);
        };
    }

    private static String plain(Difference difference) {
        String type = difference.right().or(difference::left).map(Side::value).orElse("");
        return difference.element() == Element.LAYER
                ? NLS.bind(Messages.layer, difference.label(), type)
                : difference.label();
    }

    private String parameter(Difference difference) {
        String from = difference.left().map(Side::value).orElse("");
        String to = difference.right().map(Side::value).orElse("");
        return switch (difference.kind()) {
            case ADDED -> value(difference.label(), to);
            case REMOVED -> value(difference.label(), from);
            case CHANGED, MOVED ->
                NLS.bind(Messages.changed, new Object[] {difference.label(), mirrored ? to : from, mirrored ? from : to
                });
        };
    }

    private static String value(String label, String value) {
        return value.isEmpty() ? label : NLS.bind(Messages.value, label, value);
    }
}
