package org.backprop.model.internal.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.Fix;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Range;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Reads values without keys of their own: numbers, words and text. */
final class ScalarReader {

    private static final int MOST_LISTED = 20;

    private final Problems problems;

    ScalarReader(Problems problems) {
        this.problems = problems;
    }

    /** The value as its record component takes it; empty after reporting a problem at the place. */
    Optional<Object> read(ParameterInfo parameter, YamlNode node, Location at) {
        if (!(node instanceof ScalarNode scalar)) {
            return wrong(at, parameter, Quote.describe(node));
        }
        return switch (parameter.kind()) {
            case INTEGER -> integer(parameter, scalar, at).map(value -> sized(parameter, value));
            case NUMBER -> number(parameter, scalar, at);
            case BOOLEAN -> bool(parameter, scalar, at);
            case CHOICE -> choice(parameter, scalar, at);
            case NAMES -> parameter.element().isEnum() ? choice(parameter, scalar, at) : text(parameter, scalar, at);
            default -> text(parameter, scalar, at);
        };
    }

    private static String expectation(ParameterInfo parameter) {
        return switch (parameter.kind()) {
            case INTEGER -> "a whole number" + (parameter.zeroWord().isEmpty() ? "" : " or " + parameter.zeroWord());
            case NUMBER -> "a number";
            case INTEGERS -> "a list of whole numbers, such as [30, 60]";
            case NUMBERS -> "a list of numbers, such as [1, 0.1]";
            case BOOLEAN -> "true or false";
            case CHOICE -> "one of " + String.join(", ", parameter.choices());
            case FAMILIES -> "a list, such as [" + parameter.choices().getFirst() + "]";
            case SHAPE -> "a list of whole numbers, such as [784]";
            case SIZE -> "a whole number or a list of two, such as [5, 3]";
            case PADDING -> String.join(", ", parameter.choices()) + ", a whole number or a list of two";
            default -> "text";
        };
    }

    /** The whole number in the parameter's range; empty after reporting a problem. */
    Optional<Long> integer(ParameterInfo parameter, ScalarNode scalar, Location at) {
        String text = scalar.text();
        if (!parameter.zeroWord().isEmpty() && text.equals(parameter.zeroWord())) {
            return Optional.of(0L);
        }
        if (!scalar.plain() || !Numbers.isInteger(text)) {
            return wrong(at, parameter, Quote.of(text) + hint(parameter, scalar), meant(parameter, scalar, at));
        }
        Optional<Long> value = Numbers.integer(text);
        if (value.isEmpty()) {
            return outOfRange(at, parameter.key() + " must fit in 64 bits, is " + Quote.of(text));
        }
        return inRange(parameter, value.get(), text, at).flatMap(ok -> value);
    }

    private static Object sized(ParameterInfo parameter, long value) {
        return parameter.element() == int.class || parameter.element() == Integer.class
                ? (Object) Math.toIntExact(value)
                : (Object) value;
    }

    private static String hint(ParameterInfo parameter, ScalarNode scalar) {
        return Numbers.isQuoted(scalar)
                ? ": remove the quotes"
                : Catalogue.nearest(scalar.text(), parameter.choices())
                        .map(word -> ": did you mean " + word + "?")
                        .orElse("");
    }

    private static List<Fix> meant(ParameterInfo parameter, ScalarNode scalar, Location at) {
        return Numbers.isQuoted(scalar) ? replace(at, scalar.text()) : nearest(at, scalar.text(), parameter.choices());
    }

    /** The number in the parameter's range; empty after reporting a problem. */
    Optional<Object> number(ParameterInfo parameter, ScalarNode scalar, Location at) {
        String text = scalar.text();
        if (!scalar.plain() || !Numbers.isNumber(text)) {
            return wrong(at, parameter, Quote.of(text) + hint(parameter, scalar), meant(parameter, scalar, at));
        }
        OptionalDouble value = Numbers.number(text);
        if (value.isEmpty()) {
            return outOfRange(at, parameter.key() + " must be a finite number, is " + shorten(text));
        }
        return inRange(parameter, value.getAsDouble(), text, at).map(ok -> value.getAsDouble());
    }

    private Optional<Object> inRange(ParameterInfo parameter, double value, String text, Location at) {
        return parameter.range().contains(value)
                ? Optional.of(value)
                : outOfRange(
                        at,
                        parameter.key() + " must be " + parameter.range().describe() + ", is " + shorten(text),
                        bound(parameter.range(), value, at));
    }

    /** The change to the bound that a number is beyond, if that itself is in range. */
    private static List<Fix> bound(Range range, double value, Location at) {
        double bound = value < range.min() ? range.min() : range.max();
        return range.contains(bound) ? replace(at, Range.text(bound)) : List.of();
    }

    private static String shorten(String number) {
        String quoted = Quote.of(number);
        return quoted.substring(1, quoted.length() - 1);
    }

    private Optional<Object> bool(ParameterInfo parameter, ScalarNode scalar, Location at) {
        String word = scalar.text().toLowerCase(Locale.ROOT);
        if (scalar.plain() && List.of("true", "True", "TRUE").contains(scalar.text())) {
            return Optional.of(true);
        } else if (scalar.plain() && List.of("false", "False", "FALSE").contains(scalar.text())) {
            return Optional.of(false);
        }
        String meant = switch (word) {
            case "yes", "on", "y", "1", "true" -> "true";
            case "no", "off", "n", "0", "false" -> "false";
            default -> "";
        };
        return meant.isEmpty()
                ? wrong(at, parameter, Quote.of(scalar.text()))
                : wrong(at, parameter, Quote.of(scalar.text()) + ": write " + meant, replace(at, meant));
    }

    private Optional<Object> choice(ParameterInfo parameter, ScalarNode scalar, Location at) {
        Optional<Object> constant = Arrays.stream(parameter.element().getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(scalar.text().toUpperCase(Locale.ROOT)))
                .filter(c -> parameter.choices().contains(scalar.text()))
                .map(Object.class::cast)
                .findFirst();
        if (constant.isEmpty()) {
            problems.error(
                    at,
                    Code.UNKNOWN_TYPE,
                    "unknown " + parameter.key() + " " + Quote.of(scalar.text())
                            + suggestion(scalar.text(), parameter.choices()),
                    nearest(at, scalar.text(), parameter.choices()));
        }
        return constant;
    }

    /** The end of a message about an unknown word: the nearest known one, else all. */
    static String suggestion(String word, List<String> known) {
        return Catalogue.nearest(word, known)
                .map(nearest -> ": did you mean " + nearest + "?")
                .orElseGet(() -> known.isEmpty() ? ": it takes none" : ": known are " + listed(known));
    }

    /** The change of an unknown word to the nearest known one, if one is near enough to be meant. */
    static List<Fix> nearest(Location at, String word, List<String> known) {
        return Catalogue.nearest(word, known).map(meant -> replace(at, meant)).orElse(List.of());
    }

    private static List<Fix> replace(Location at, String text) {
        return List.of(new Fix.Replace(at.position(), text));
    }

    /** Words in a sentence; of many the first. */
    static String listed(List<String> words) {
        return words.size() <= MOST_LISTED
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, MOST_LISTED)) + " and " + (words.size() - MOST_LISTED) + " more";
    }

    private Optional<Object> text(ParameterInfo parameter, ScalarNode scalar, Location at) {
        if (scalar.text().isBlank()) {
            return wrong(at, parameter, "blank");
        }
        return Optional.of(scalar.text());
    }

    /** Reports that the value is not of the kind that the parameter takes. */
    <T> Optional<T> wrong(Location at, ParameterInfo parameter, String actual) {
        return wrong(at, parameter, actual, List.of());
    }

    private <T> Optional<T> wrong(Location at, ParameterInfo parameter, String actual, List<Fix> fixes) {
        String message = parameter.key() + " must be " + expectation(parameter) + ", is " + actual;
        problems.error(at, Code.WRONG_TYPE, message, fixes);
        return Optional.empty();
    }

    /** Reports that a value is out of range. */
    <T> Optional<T> outOfRange(Location at, String message) {
        return outOfRange(at, message, List.of());
    }

    private <T> Optional<T> outOfRange(Location at, String message, List<Fix> fixes) {
        problems.error(at, Code.OUT_OF_RANGE, message, fixes);
        return Optional.empty();
    }
}
