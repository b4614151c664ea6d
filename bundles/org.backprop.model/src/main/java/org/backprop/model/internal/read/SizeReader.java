package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Padding;
import org.backprop.model.ParameterInfo;
import org.backprop.model.Size2d;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Reads whole numbers that may stand in a list: shapes, sizes and paddings. */
final class SizeReader {

    private static final int MOST_DIMENSIONS = 8;

    private final ScalarReader scalars;

    SizeReader(ScalarReader scalars) {
        this.scalars = scalars;
    }

    /** The value as its record component takes it; empty after reporting a problem at the place. */
    Optional<Object> read(ParameterInfo parameter, YamlNode node, Location at) {
        return switch (parameter.kind()) {
            case PADDING -> padding(parameter, node, at).map(Object.class::cast);
            case SIZE -> size(parameter, node, at).map(Object.class::cast);
            default -> shape(parameter, node, at).map(Object.class::cast);
        };
    }

    private Optional<Padding> padding(ParameterInfo parameter, YamlNode node, Location at) {
        return Padding.NAMED.stream()
                .filter(padding ->
                        node instanceof ScalarNode word && word.text().equals(padding.toString()))
                .findFirst()
                .or(() -> size(parameter, node, at).map(size -> new Padding(false, size)));
    }

    private Optional<Size2d> size(ParameterInfo parameter, YamlNode node, Location at) {
        if (node instanceof ScalarNode scalar) {
            return number(parameter, scalar, at).map(Size2d::of);
        }
        if (node instanceof SequenceNode list && list.items().size() == 2) {
            return numbers(parameter, list).map(pair -> new Size2d(pair.getFirst(), pair.getLast()));
        }
        scalars.wrong(
                at,
                parameter,
                node instanceof SequenceNode list ? "a list of " + list.items().size() : Quote.describe(node));
        return Optional.empty();
    }

    private Optional<List<Integer>> shape(ParameterInfo parameter, YamlNode node, Location at) {
        if (!(node instanceof SequenceNode list)) {
            scalars.wrong(at, parameter, Quote.describe(node));
            return Optional.empty();
        }
        int dimensions = list.items().size();
        if (dimensions == 0 || dimensions > MOST_DIMENSIONS) {
            scalars.outOfRange(
                    at, parameter.key() + " must have 1 to " + MOST_DIMENSIONS + " dimensions, has " + dimensions);
            return Optional.empty();
        }
        return numbers(parameter, list);
    }

    private Optional<List<Integer>> numbers(ParameterInfo parameter, SequenceNode list) {
        List<Integer> numbers = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (item instanceof ScalarNode scalar) {
                number(parameter, scalar, item.location()).ifPresent(numbers::add);
            } else {
                scalars.wrong(item.location(), parameter, "a list that contains " + Quote.describe(item));
            }
        }
        return numbers.size() == list.items().size() ? Optional.of(numbers) : Optional.empty();
    }

    private Optional<Integer> number(ParameterInfo parameter, ScalarNode scalar, Location at) {
        return scalars.integer(parameter, scalar, at).map(Math::toIntExact);
    }
}
