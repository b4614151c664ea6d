package org.backprop.model.internal.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;
import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;
import org.backprop.model.internal.yaml.Location;
import org.backprop.model.internal.yaml.MappingNode;
import org.backprop.model.internal.yaml.MappingNode.Entry;
import org.backprop.model.internal.yaml.Problems;
import org.backprop.model.internal.yaml.Quote;
import org.backprop.model.internal.yaml.ScalarNode;
import org.backprop.model.internal.yaml.SequenceNode;
import org.backprop.model.internal.yaml.YamlNode;

/**
 * Finds the type that a node selects from a family: a bare name ({@code adam}), or a mapping whose only key is the name
 * and whose value has the parameters ({@code adam: {learning_rate: 0.01}}), or only the main one ({@code dense: 10}).
 */
final class TypeSelector {

    private static final Set<ParameterInfo.Kind> LISTS = EnumSet.of(
            ParameterInfo.Kind.SIZE, ParameterInfo.Kind.SHAPE, ParameterInfo.Kind.INTEGERS, ParameterInfo.Kind.NUMBERS);

    private final SpecBinder binder;
    private final Problems problems;

    TypeSelector(SpecBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    /**
     * The selected type.
     *
     * @param at where to point to for a problem with the node as a whole
     * @param beside keys that may stand beside the name
     */
    Optional<Selection> select(Family family, YamlNode node, Location at, Set<String> beside) {
        return switch (node) {
            case ScalarNode name ->
                type(family, name).map(type -> new Selection(type, at, Fields.none(type.key(), at)));
            case MappingNode mapping -> selectByKey(family, mapping, at, beside);
            case SequenceNode list -> {
                problems.error(at, Code.WRONG_TYPE, aNoun(family) + " must be a name or a mapping, is a list");
                yield Optional.empty();
            }
        };
    }

    private Optional<Selection> selectByKey(Family family, MappingNode mapping, Location at, Set<String> beside) {
        List<Entry> candidates = mapping.entries().stream()
                .filter(entry -> !beside.contains(entry.name()))
                .toList();
        if (candidates.isEmpty()) {
            Location key = mapping.entries().isEmpty()
                    ? at
                    : mapping.entries().getFirst().key().location();
            binder.missing(key, aNoun(family) + " is missing: give one of " + known(family));
            return Optional.empty();
        }
        Optional<Entry> chosen = candidates.stream()
                .filter(entry -> Catalogue.type(family, entry.name()).isPresent())
                .findFirst();
        Entry entry = chosen.orElse(candidates.getFirst());
        candidates.stream().filter(other -> other != entry).forEach(other -> superfluous(family, entry, other));
        return type(family, entry.key()).flatMap(type -> selection(type, entry));
    }

    private void superfluous(Family family, Entry entry, Entry other) {
        if (Catalogue.type(family, other.name()).isPresent()) {
            problems.error(
                    other.key().location(),
                    Code.INCONSISTENT,
                    "there is already the " + family.noun() + " " + entry.name() + " here: remove one"
                            + (family == Family.LAYER ? ", or start a new list entry with -" : ""));
        } else {
            problems.error(
                    other.key().location(),
                    Code.UNKNOWN_KEY,
                    "unknown key " + Quote.of(other.name()) + " beside " + Quote.of(entry.name())
                            + ": parameters stand inside of the type, as in type: {parameter: value}");
        }
    }

    private Optional<TypeInfo> type(Family family, ScalarNode name) {
        Optional<TypeInfo> type = Catalogue.type(family, name.text());
        if (type.isEmpty() && name.isNull()) {
            binder.missing(name.location(), aNoun(family) + " is missing: give one of " + known(family));
        } else if (type.isEmpty()) {
            problems.error(
                    name.location(),
                    Code.UNKNOWN_TYPE,
                    "unknown " + family.noun() + " " + Quote.of(name.text())
                            + ScalarReader.suggestion(name.text(), Catalogue.keys(family)),
                    ScalarReader.nearest(name.location(), name.text(), Catalogue.keys(family)));
        }
        return type;
    }

    private static String aNoun(Family family) {
        return ("aeiou".indexOf(family.noun().charAt(0)) >= 0 ? "an " : "a ") + family.noun();
    }

    private static String known(Family family) {
        return ScalarReader.listed(Catalogue.keys(family));
    }

    private Optional<Selection> selection(TypeInfo type, Entry entry) {
        Location at = entry.key().location();
        if (entry.value().isNull()) {
            return Optional.of(new Selection(type, at, Fields.none(type.key(), at)));
        }
        return switch (entry.value()) {
            case MappingNode mapping -> Optional.of(new Selection(type, at, Fields.of(type.key(), at, mapping)));
            case YamlNode main
            when standsForMain(main, type) -> Optional.of(new Selection(type, at, mainOnly(type, at, main)));
            default -> {
                problems.error(
                        entry.valueLocation(),
                        Code.WRONG_TYPE,
                        shapeOf(type) + ", is " + Quote.describe(entry.value()));
                yield Optional.empty();
            }
        };
    }

    /** Whether a value in place of the mapping of a type's parameters is that of its main parameter. */
    static boolean standsForMain(YamlNode value, TypeInfo type) {
        return switch (value) {
            case ScalarNode scalar -> type.mainParameter().isPresent();
            case SequenceNode list ->
                type.mainParameter().filter(main -> LISTS.contains(main.kind())).isPresent();
            case MappingNode mapping -> false;
        };
    }

    private static Fields mainOnly(TypeInfo type, Location at, YamlNode main) {
        ScalarNode key = new ScalarNode(type.mainParameter().orElseThrow().key(), true, at);
        return new Fields(type.key(), at, List.of(new Entry(key, main)));
    }

    private static String shapeOf(TypeInfo type) {
        List<String> keys = type.parameters().stream().map(ParameterInfo::key).toList();
        return keys.isEmpty()
                ? type.key() + " has no parameters: its value must be empty or {}"
                : type.key() + " must be a mapping of its parameters (" + String.join(", ", keys) + ")";
    }
}
