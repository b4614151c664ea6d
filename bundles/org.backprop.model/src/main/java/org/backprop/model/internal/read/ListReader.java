package org.backprop.model.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Reads lists of numbers, and lists of types of a family. */
final class ListReader {

    private final SpecBinder binder;
    private final ScalarReader scalars;

    ListReader(SpecBinder binder, ScalarReader scalars) {
        this.binder = binder;
        this.scalars = scalars;
    }

    /** The list; empty after reporting a problem at the place, or at the item. */
    Optional<Object> read(ParameterInfo parameter, YamlNode node, Location at) {
        if (parameter.kind() == ParameterInfo.Kind.FAMILIES) {
            List<YamlNode> items = node instanceof SequenceNode list ? list.items() : List.of(node);
            return all(items.stream().map(item -> type(parameter, item, place(item, node, at))));
        }
        if (parameter.kind() == ParameterInfo.Kind.NAMES) {
            return names(parameter, node, at);
        }
        return node instanceof SequenceNode list
                ? all(list.items().stream().map(item -> number(parameter, item)))
                : scalars.wrong(at, parameter, Quote.describe(node));
    }

    /** One name stands for a list of one; only where there may be none, the list may be empty. */
    private Optional<Object> names(ParameterInfo parameter, YamlNode node, Location at) {
        List<YamlNode> items = node instanceof SequenceNode list ? list.items() : List.of(node);
        boolean mayBeEmpty = !parameter.required() && parameter.defaultValue().isEmpty();
        return items.isEmpty() && !mayBeEmpty
                ? scalars.wrong(at, parameter, "an empty list")
                : all(items.stream().map(item -> scalars.read(parameter, item, place(item, node, at))));
    }

    private static Location place(YamlNode item, YamlNode node, Location at) {
        return item == node ? at : item.location();
    }

    private Optional<Object> type(ParameterInfo parameter, YamlNode item, Location at) {
        return binder.select(Family.of(parameter.element()).orElseThrow(), item, at, Set.of())
                .flatMap(binder::bind);
    }

    private Optional<Object> number(ParameterInfo parameter, YamlNode item) {
        if (!(item instanceof ScalarNode scalar)) {
            return scalars.wrong(item.location(), parameter, "a list that contains " + Quote.describe(item));
        }
        return parameter.kind() == ParameterInfo.Kind.INTEGERS
                ? scalars.integer(parameter, scalar, item.location()).map(Object.class::cast)
                : scalars.number(parameter, scalar, item.location());
    }

    /** All of them, each looked at even if another is missing. */
    private static Optional<Object> all(Stream<Optional<Object>> items) {
        List<Object> values = new ArrayList<>();
        boolean complete = true;
        for (Optional<Object> item : items.toList()) {
            complete &= item.isPresent();
            item.ifPresent(values::add);
        }
        return complete ? Optional.of(values) : Optional.empty();
    }
}
