package org.backprop.engine.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.ParameterInfo.Kind;
import org.backprop.model.TypeInfo;

/** Texts of types of the catalogue, with parameters drawn from their ranges. What does not fit together is to be drawn again. */
public final class RandomSpec {

    private static final double CHANCE_OF_DEFAULT = 0.5;

    /** Nothing random can be said in these. */
    private static final Set<Kind> WORDS = EnumSet.of(Kind.TEXT, Kind.NAMES, Kind.MAPPING, Kind.SECTION);

    private static final double SECONDS = 1e6;

    private final Random random;

    /** Draws from {@code random}. */
    public RandomSpec(Random random) {
        this.random = random;
    }

    /** A member of a family with its parameters, as it would stand in braces. */
    public String of(TypeInfo type) {
        return type.key() + ": {" + parameters(type) + "}";
    }

    /** The parameters of a type: those that are required, and some of the others. */
    public String parameters(TypeInfo type) {
        return type.parameters().stream()
                .filter(parameter -> parameter.required() || !WORDS.contains(parameter.kind()))
                .filter(parameter -> parameter.required() || random.nextDouble() >= CHANCE_OF_DEFAULT)
                .map(parameter -> parameter.key() + ": " + value(parameter))
                .collect(Collectors.joining(", "));
    }

    private String value(ParameterInfo parameter) {
        return switch (parameter.kind()) {
            case INTEGER -> String.valueOf(integer(parameter));
            case NUMBER -> String.valueOf(number(parameter));
            case BOOLEAN -> String.valueOf(random.nextBoolean());
            case CHOICE -> any(parameter.choices());
            case SIZE -> size(parameter);
            case PADDING -> random.nextBoolean() ? any(parameter.choices()) : size(parameter);
            case SHAPE ->
                String.valueOf(random.ints(1 + random.nextInt(3), 1, 5).boxed().toList());
            case INTEGERS ->
                String.valueOf(random.ints(1 + random.nextInt(2), 1, 4)
                        .sorted()
                        .boxed()
                        .toList());
            case NUMBERS ->
                String.valueOf(
                        random.doubles(1 + random.nextInt(3), 0.1, 1).boxed().toList());
            case FAMILY -> "{" + member(parameter) + "}";
            case FAMILIES ->
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i -> "{" + member(parameter) + "}")
                        .collect(Collectors.joining(", ", "[", "]"));
            case LAYERS ->
                IntStream.rangeClosed(0, random.nextInt(2))
                        .mapToObj(i -> "{" + member(Family.LAYER) + "}")
                        .collect(Collectors.joining(", ", "[", "]"));
            case TEXT, NAMES, MAPPING, SECTION ->
                throw new AssertionError("no random value for " + parameter.key() + " of kind " + parameter.kind());
        };
    }

    private String member(ParameterInfo parameter) {
        return member(Family.of(parameter.element()).orElseThrow());
    }

    private String member(Family family) {
        List<TypeInfo> members = Catalogue.types(family);
        return of(members.get(random.nextInt(members.size())));
    }

    private int integer(ParameterInfo parameter) {
        return (int) Math.max(parameter.range().min(), 0) + random.nextInt(4);
    }

    private String size(ParameterInfo parameter) {
        int size = integer(parameter);
        return random.nextBoolean() ? String.valueOf(size) : "[" + size + ", " + integer(parameter) + "]";
    }

    /** A number well inside a narrow range, else near the default; a time long enough for every test. */
    private double number(ParameterInfo parameter) {
        double low = parameter.range().min();
        double high = parameter.range().max();
        double share = 0.1 + 0.8 * random.nextDouble();
        if (high - low <= 1) {
            return low + share * (high - low);
        }
        double scale = parameter.unit().equals("seconds") ? SECONDS : 1;
        return scale * parameter.defaultValue().map(Double::parseDouble).orElse(Math.max(low, 0) + 1) * (0.5 + share);
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
