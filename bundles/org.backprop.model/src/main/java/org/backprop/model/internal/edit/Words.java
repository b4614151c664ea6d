package org.backprop.model.internal.edit;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TrainingSection;
import org.backprop.model.TypeInfo;
import org.backprop.model.internal.edit.Syntax.Pair;

/** What words of a model file mean: types, and values that stand for their main parameter. */
final class Words {

    /** The keys that every layer has. */
    static final List<String> COMMON = List.of("name", "inputs", "regularizer");

    private static final Set<ParameterInfo.Kind> LISTS = EnumSet.of(
            ParameterInfo.Kind.SIZE, ParameterInfo.Kind.SHAPE, ParameterInfo.Kind.INTEGERS, ParameterInfo.Kind.NUMBERS);

    private Words() {}

    /** Whether a word selects a type of some family. */
    static boolean isType(String word) {
        return types(word).findAny().isPresent();
    }

    /** Whether a key is a parameter of a type, or one that all layers have, as in {@code activation.function}. */
    static boolean isParameter(String type, String key) {
        return types(type).anyMatch(info -> info.parameter(key).isPresent())
                || COMMON.contains(key) && Catalogue.type(Family.LAYER, type).isPresent();
    }

    /** The parameter that a value in place of the parameters of a type sets. */
    static Optional<ParameterInfo> main(String type, Syntax value) {
        return types(type).flatMap(info -> main(info, value).stream()).findFirst();
    }

    /** As above, for a type of one family. */
    static Optional<ParameterInfo> main(TypeInfo type, Syntax value) {
        return value instanceof Syntax.Scalar || value instanceof Syntax.Sequence
                ? main(type, value instanceof Syntax.Sequence)
                : Optional.empty();
    }

    /** The parameter that a single value, or a list, in place of the parameters of a type sets. */
    static Optional<ParameterInfo> main(String type, boolean list) {
        return types(type).flatMap(info -> main(info, list).stream()).findFirst();
    }

    private static Optional<ParameterInfo> main(TypeInfo type, boolean list) {
        return type.mainParameter().filter(main -> !list || LISTS.contains(main.kind()));
    }

    private static Stream<TypeInfo> types(String key) {
        return Stream.of(Family.values()).flatMap(family -> Catalogue.type(family, key).stream());
    }

    /**
     * The type that stands between a key of the training section and one of its parameters.
     *
     * @param last whether the path ends with the parameter; else a word that is the type itself, as in
     *     {@code schedule.swa_lr.swa_lr}, is not taken for its parameter of the same name
     */
    static Optional<String> selectedType(String key, Syntax.Mapping value, String parameter, boolean last) {
        if (value.pairs().size() != 1) {
            return Optional.empty();
        }
        return Catalogue.describe(TrainingSection.class)
                .parameter(key)
                .flatMap(info -> Family.of(info.element()))
                .flatMap(family ->
                        Catalogue.type(family, value.pairs().getFirst().name()))
                .filter(type -> type.parameter(parameter).isPresent())
                .map(TypeInfo::key)
                .filter(type -> last || !type.equals(parameter));
    }

    /** The word that selects the type of an entry of the list of layers, as {@code LayerReader} finds it. */
    static Optional<String> layerType(Syntax item) {
        return switch (item) {
            case Syntax.Scalar scalar when !scalar.isNull() -> Optional.of(scalar.text());
            case Syntax.Mapping mapping -> {
                List<String> words = mapping.pairs().stream()
                        .map(Pair::name)
                        .filter(word -> !COMMON.contains(word))
                        .toList();
                yield words.stream()
                        .filter(word -> Catalogue.type(Family.LAYER, word).isPresent())
                        .findFirst()
                        .or(() -> words.stream().findFirst());
            }
            default -> Optional.empty();
        };
    }

    /** Whether a key of a layer stands inside of its type: its own, and those of all layers unless they stand beside it. */
    static boolean isInside(String type, Syntax item, String key) {
        boolean beside =
                item instanceof Syntax.Mapping mapping && mapping.pair(key).isPresent();
        return Catalogue.type(Family.LAYER, type)
                        .flatMap(info -> info.parameter(key))
                        .isPresent()
                || COMMON.contains(key) && !beside;
    }
}
