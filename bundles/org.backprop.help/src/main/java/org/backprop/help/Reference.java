package org.backprop.help;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.Model;
import org.backprop.model.ParameterInfo;
import org.backprop.model.ParameterInfo.Kind;
import org.backprop.model.TypeInfo;

/** Which page describes what of the catalogue: {@code reference/<group>/<key>.html}. */
final class Reference {
    /** Where the pages are. */
    static final String FOLDER = "reference/";

    /** The group of what is no member of a family: the sections of a model file and what they are made of. */
    static final String SECTION = "section";

    private Reference() {}

    /**
     * Types that are described together.
     *
     * @param name folder of their pages and name of their file of formulas
     * @param title what they are called together
     */
    record Group(String name, String title, List<TypeInfo> types) {
        /** The page that lists the types. */
        String page() {
            return FOLDER + name + "/index.html";
        }

        /** The page of one of the types. */
        String page(TypeInfo type) {
            return FOLDER + name + "/" + type.key() + ".html";
        }
    }

    /** A parameter of a type that takes a value of some kind. */
    record Use(Group group, TypeInfo type, ParameterInfo parameter) {}

    /** All groups: the sections, then the families. Recurrent layers are described among the layers. */
    static List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(SECTION, "Sections of a model file", sections()));
        Stream.of(Family.values())
                .filter(family -> family != Family.RECURRENT)
                .forEach(family -> groups.add(new Group(folder(family), title(family), Catalogue.types(family))));
        return groups;
    }

    /** The folder of the pages of a family. */
    static String folder(Family family) {
        return family == Family.RECURRENT ? folder(Family.LAYER) : family.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String title(Family family) {
        return switch (family) {
            case DATA -> "Data sources";
            case LAYER, RECURRENT -> "Layers";
            case ACTIVATION -> "Activation functions";
            case LOSS -> "Losses";
            case OPTIMIZER -> "Optimizers and minimizers";
            case SCHEDULE -> "Schedules of the learning rate";
            case INITIALIZER -> "Initializers";
            case AUGMENTATION -> "Augmentations";
            case CLIPPING -> "Gradient clipping";
            case REGULARIZER -> "Regularizers";
            case AVERAGING -> "Averages of the parameters";
            case STOPPING -> "Stopping rules";
            case ORDER -> "Orders of the samples";
            case METRIC -> "Metrics";
            case PRUNING -> "Pruning criteria";
            case PRUNING_SCHEDULE -> "Pruning schedules";
            case PRUNING_PATTERN -> "Pruning patterns";
            case LINE_SEARCH -> "Line searches";
            case SEARCH -> "Kinds of search of a sweep";
            case RANGE -> "Ranges of a sweep";
        };
    }

    /** The model file and every section and part below it that is no member of a family. */
    private static List<TypeInfo> sections() {
        Set<Class<?>> found = new LinkedHashSet<>();
        collect(Catalogue.describe(Model.class), found);
        return found.stream()
                .map(section -> Catalogue.describe(section.asSubclass(Record.class)))
                .toList();
    }

    private static void collect(TypeInfo type, Set<Class<?>> found) {
        if (found.add(type.spec())) {
            type.parameters().stream()
                    .flatMap(parameter -> part(parameter).stream())
                    .forEach(part -> collect(part, found));
        }
    }

    private static Optional<TypeInfo> part(ParameterInfo parameter) {
        boolean mapping = parameter.kind() == Kind.SECTION || parameter.kind() == Kind.LAYERS;
        return mapping && parameter.element().isRecord()
                ? Optional.of(Catalogue.describe(parameter.element().asSubclass(Record.class)))
                : Optional.empty();
    }

    /** Where a model file takes a member of a group, or the section {@code type} itself. */
    static List<Use> uses(Group group, TypeInfo type) {
        List<Use> uses = new ArrayList<>();
        for (Group other : groups()) {
            for (TypeInfo user : other.types()) {
                user.parameters().stream()
                        .filter(parameter -> takes(parameter, group, type))
                        .forEach(parameter -> uses.add(new Use(other, user, parameter)));
            }
        }
        return uses;
    }

    private static boolean takes(ParameterInfo parameter, Group group, TypeInfo type) {
        return parameter.element() == type.spec() && group.name().equals(SECTION)
                || family(parameter)
                        .filter(family -> family != Family.RECURRENT
                                || Catalogue.keys(Family.RECURRENT).contains(type.key()))
                        .map(Reference::folder)
                        .equals(Optional.of(group.name()));
    }

    /** The family whose members a parameter takes. */
    static Optional<Family> family(ParameterInfo parameter) {
        return parameter.kind() == Kind.LAYERS ? Optional.of(Family.LAYER) : Family.of(parameter.element());
    }
}
