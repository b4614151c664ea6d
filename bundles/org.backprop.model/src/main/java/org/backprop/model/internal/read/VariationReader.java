package org.backprop.model.internal.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import org.backprop.model.Code;
import org.backprop.model.Family;
import org.backprop.model.Fix;
import org.backprop.model.ParameterInfo;
import org.backprop.model.SearchRange;
import org.backprop.model.Variation;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/** Reads what a sweep tries: paths to lists of values or to ranges. */
final class VariationReader {

    private static final Set<String> NOT_VARIED = Set.of(ModelBinder.VERSION_KEY, ModelBinder.SWEEP_KEY, "name");
    private static final String EXAMPLE = ", as training.optimizer: [sgd, adam] or"
            + " training.optimizer.learning_rate: {log_uniform: [0.001, 0.1]}";

    private final SpecBinder binder;
    private final Problems problems;

    VariationReader(SpecBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    /** The values or the range of each path; empty after reporting a problem. */
    Optional<Object> read(ParameterInfo parameter, Entry entry) {
        Optional<Fields> paths = binder.fields(entry);
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        if (paths.get().entries().isEmpty()) {
            binder.missing(entry.valueLocation(), parameter.key() + " has no path: give one" + EXAMPLE);
            return Optional.empty();
        }
        SequencedMap<String, Variation> variations = new LinkedHashMap<>();
        for (Entry path : paths.get().entries()) {
            variation(path).filter(read -> isPath(path)).ifPresent(read -> variations.put(path.name(), read));
        }
        return variations.size() == paths.get().entries().size() ? Optional.of(variations) : Optional.empty();
    }

    private boolean isPath(Entry path) {
        List<String> segments = List.of(path.name().split("\\.", -1));
        boolean varied = segments.stream().noneMatch(String::isBlank) && !NOT_VARIED.contains(segments.getFirst());
        if (!varied) {
            problems.error(
                    path.key().location(),
                    Code.UNKNOWN_NAME,
                    Quote.of(path.name()) + " is not what a sweep can vary: give a path into data, network or training"
                            + EXAMPLE);
        }
        return varied;
    }

    private Optional<Variation> variation(Entry path) {
        return switch (path.value()) {
            case SequenceNode list -> values(path, list);
            case MappingNode mapping ->
                binder.select(Family.RANGE, mapping, path.valueLocation(), Set.of())
                        .flatMap(binder::bind)
                        .map(range -> new Variation(List.of(), Optional.of((SearchRange) range)));
            case ScalarNode scalar -> {
                if (!binder.noValue(path)) {
                    problems.error(
                            path.valueLocation(),
                            Code.WRONG_TYPE,
                            Quote.of(path.name()) + " must be a list of values or a range, is " + Quote.describe(scalar)
                                    + EXAMPLE);
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<Variation> values(Entry path, SequenceNode list) {
        List<String> texts = list.items().stream().map(FlowText::of).toList();
        if (texts.isEmpty()) {
            binder.missing(path.valueLocation(), "the list of values is empty: give at least one");
            return Optional.empty();
        }
        for (int i = 0; i < texts.size(); i++) {
            if (texts.subList(0, i).contains(texts.get(i))) {
                YamlNode again = list.items().get(i);
                problems.error(
                        again.location(),
                        Code.INCONSISTENT,
                        "this value is in the list twice: remove it",
                        List.of(new Fix.Remove(again.location().position(), texts.get(i))));
                return Optional.empty();
            }
        }
        return Optional.of(new Variation(texts, Optional.empty()));
    }
}
