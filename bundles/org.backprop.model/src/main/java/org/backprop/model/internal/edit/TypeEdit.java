package org.backprop.model.internal.edit;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.internal.edit.Syntax.Pair;

/** Selects another type of a family; parameters that it has as well stay, with their comments. */
final class TypeEdit {

    private static final String NONE = "{}";

    private final Source source;
    private final Changes changes;
    private final MappingEdits mappings;
    private final Family family;
    private final TypeInfo type;

    TypeEdit(Source source, Changes changes, Family family, TypeInfo type) {
        this.source = source;
        this.changes = changes;
        this.mappings = new MappingEdits(source, changes);
        this.family = family;
        this.type = type;
    }

    /** Selects the type at a path; its key is added if it is not there. */
    void select(List<String> path) throws EditRefusedException {
        Optional<Place> place = Place.find(source, path);
        Syntax value = place.filter(found -> !found.isEmpty()).map(Place::value).orElse(null);
        switch (value) {
            case null -> add(path);
            case Syntax.Alias alias -> throw alias.shared();
            case Syntax.Mapping mapping -> selectKey(mapping);
            default -> mappings.replace(value, type.key());
        }
    }

    /** The type of a data source stands among the keys of its section, and so never alone. */
    private boolean isBeside() {
        return family == Family.DATA;
    }

    private void add(List<String> path) throws EditRefusedException {
        if (isBeside()) {
            PathEdit.set(
                    source,
                    changes,
                    Stream.concat(path.stream(), Stream.of(type.key())).toList(),
                    NONE);
        } else {
            PathEdit.set(source, changes, path, type.key());
        }
    }

    private void selectKey(Syntax.Mapping mapping) throws EditRefusedException {
        Optional<Pair> old = mapping.pairs().stream()
                .filter(pair -> Catalogue.type(family, pair.name()).isPresent())
                .findFirst();
        if (old.isEmpty() && isBeside() && !mapping.pairs().isEmpty()) {
            mappings.addFirst(mapping, type.key(), NONE);
        } else if (old.isEmpty()) {
            mappings.replace(mapping, isBeside() ? "{" + type.key() + ": " + NONE + "}" : type.key());
        } else if (!old.get().name().equals(type.key())) {
            exchange(mapping, old.get());
        }
    }

    private void exchange(Syntax.Mapping mapping, Pair old) throws EditRefusedException {
        source.requireUnsharedAround(mapping);
        source.requireUnshared(old.value());
        boolean keeps = keeps(old);
        if (!keeps && !isBeside() && mapping.pairs().size() == 1) {
            mappings.replace(mapping, type.key());
            return;
        }
        changes.replace(old.key().content(), old.key().end(), type.key());
        if (!keeps) {
            mappings.replace(old.value(), NONE);
        } else if (old.value() instanceof Syntax.Mapping parameters) {
            TreeSet<Integer> gone =
                    new TreeSet<>(IntStream.range(0, parameters.pairs().size())
                            .filter(i -> !has(parameters.pairs().get(i)))
                            .boxed()
                            .toList());
            mappings.remove(parameters, gone);
        }
    }

    private boolean has(Pair parameter) {
        return type.parameter(parameter.name()).isPresent();
    }

    /** Whether anything of the old type's value means the same in the new one. */
    private boolean keeps(Pair old) {
        if (old.value() instanceof Syntax.Mapping parameters) {
            return parameters.pairs().stream().anyMatch(this::has);
        }
        Optional<String> before = Catalogue.type(family, old.name())
                .flatMap(from -> Words.main(from, old.value()))
                .map(ParameterInfo::key);
        return before.isPresent()
                && before.equals(Words.main(type, old.value()).map(ParameterInfo::key))
                && !(old.value() instanceof Syntax.Scalar scalar && scalar.isNull());
    }
}
