package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.ParameterInfo;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Reads values without keys of their own: numbers, words, text and lists of numbers. */
final class ScalarReader {

    private static final int MOST_DIMENSIONS = 8;

    private final Problems problems;

    ScalarReader(Problems problems) {
        this.problems = problems;
    }

    /** The value as its record component takes it; empty after reporting a problem at the place. */
    Optional<Object> read(ParameterInfo parameter, YamlNode node, Location at) {
        if (parameter.kind() == ParameterInfo.Kind.SHAPE) {
            return shape(parameter, node, at).map(Object.class::cast);
        }
        if (!(node instanceof ScalarNode scalar)) {
            return wrong(at, parameter, expectation(parameter), Quote.describe(node));
        }
        return switch (parameter.kind()) {
            case INTEGER -> integer(parameter, scalar, at);
            case NUMBER -> number(parameter, scalar, at);
            case BOOLEAN -> bool(parameter, scalar, at);
            case CHOICE -> choice(parameter, scalar, at);
            default -> text(parameter, scalar, at);
        };
    }

    private static String expectation(ParameterInfo parameter) {
        return switch (parameter.kind()) {
            case INTEGER -> "a whole number" + (parameter.zeroWord().isEmpty() ? "" : " or " + parameter.zeroWord());
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case CHOICE -> "one of " + String.join(", ", parameter.choices());
            case SHAPE -> "a list of whole numbers, such as [784]";
            default -> "text";
        };
    }

    private Optional<Object> integer(ParameterInfo parameter, ScalarNode scalar, Location at) {
        String text = scalar.text();
        if (!parameter.zeroWord().isEmpty() && text.equals(parameter.zeroWord())) {
            return Optional.of(sized(parameter, 0L));
        }
        if (!scalar.plain() || !Numbers.isInteger(text)) {
            return wrong(at, parameter, expectation(parameter), Quote.of(text) + numberHint(scalar));
        }
        Optional<Long> value = Numbers.integer(text);
        if (value.isEmpty()) {
            return outOfRange(at, parameter.key() + " must fit in 64 bits, is " + Quote.of(text));
        }
        return inRange(parameter, value.get(), text, at).map(ok -> sized(parameter, value.get()));
    }

    private static Object sized(ParameterInfo parameter, long value) {
        return parameter.type() == int.class ? (Object) Math.toIntExact(value) : (Object) value;
    }

    private static String numberHint(ScalarNode scalar) {
        return Numbers.isQuoted(scalar) ? ": remove the quotes" : "";
    }

    private Optional<Object> number(ParameterInfo parameter, ScalarNode scalar, Location at) {
        String text = scalar.text();
        if (!scalar.plain() || !Numbers.isNumber(text)) {
            return wrong(at, parameter, expectation(parameter), Quote.of(text) + numberHint(scalar));
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
                        at, parameter.key() + " must be " + parameter.range().describe() + ", is " + shorten(text));
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
        String hint = switch (word) {
            case "yes", "on", "y", "1", "true" -> ": write true";
            case "no", "off", "n", "0", "false" -> ": write false";
            default -> "";
        };
        return wrong(at, parameter, expectation(parameter), Quote.of(scalar.text()) + hint);
    }

    private Optional<Object> choice(ParameterInfo parameter, ScalarNode scalar, Location at) {
        Optional<Object> constant = Arrays.stream(parameter.type().getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(scalar.text().toUpperCase(Locale.ROOT)))
                .filter(c -> parameter.choices().contains(scalar.text()))
                .map(Object.class::cast)
                .findFirst();
        if (constant.isEmpty()) {
            problems.error(
                    at,
                    Code.UNKNOWN_TYPE,
                    "unknown " + parameter.key() + " " + Quote.of(scalar.text())
                            + suggestion(scalar.text(), parameter.choices()));
        }
        return constant;
    }

    /** The end of a message about an unknown word: the nearest known one, else all. */
    static String suggestion(String word, List<String> known) {
        return Catalogue.nearest(word, known)
                .map(nearest -> ": did you mean " + nearest + "?")
                .orElseGet(() -> known.isEmpty() ? ": it takes none" : ": known are " + String.join(", ", known));
    }

    private Optional<Object> text(ParameterInfo parameter, ScalarNode scalar, Location at) {
        if (scalar.text().isBlank()) {
            return wrong(at, parameter, "text", "blank");
        }
        return Optional.of(scalar.text());
    }

    private Optional<List<Integer>> shape(ParameterInfo parameter, YamlNode node, Location at) {
        if (!(node instanceof SequenceNode list)) {
            wrong(at, parameter, expectation(parameter), Quote.describe(node));
            return Optional.empty();
        }
        if (list.items().isEmpty() || list.items().size() > MOST_DIMENSIONS) {
            outOfRange(
                    at,
                    parameter.key() + " must have 1 to " + MOST_DIMENSIONS + " dimensions, has "
                            + list.items().size());
            return Optional.empty();
        }
        List<Integer> dims = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (item instanceof ScalarNode scalar) {
                integer(parameter, scalar, item.location()).ifPresent(n -> dims.add(Math.toIntExact((Long) n)));
            } else {
                wrong(
                        item.location(),
                        parameter,
                        expectation(parameter),
                        "a list that contains " + Quote.describe(item));
            }
        }
        return dims.size() == list.items().size() ? Optional.of(dims) : Optional.empty();
    }

    private Optional<Object> wrong(Location at, ParameterInfo parameter, String expected, String actual) {
        problems.error(at, Code.WRONG_TYPE, parameter.key() + " must be " + expected + ", is " + actual);
        return Optional.empty();
    }

    private Optional<Object> outOfRange(Location at, String message) {
        problems.error(at, Code.OUT_OF_RANGE, message);
        return Optional.empty();
    }
}
