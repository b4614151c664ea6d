package org.backprop.editor.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.backprop.model.Activation;
import org.backprop.model.Catalogue;
import org.backprop.model.DataSpec;
import org.backprop.model.Family;
import org.backprop.model.Layer;
import org.backprop.model.Model;
import org.backprop.model.ParameterInfo;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.LayerText;

/**
 * A word that may stand at some place of a model file.
 *
 * @param key the word
 * @param documentation what it means, in plain text
 * @param mapping whether a value follows it where keys are expected
 * @param inside the words that may stand in its value
 */
record Term(String key, String documentation, boolean mapping, Supplier<List<Term>> inside) {
    private static final String VERSION = "backprop";

    /** Where the keys are paths of the file. */
    private static final List<String> VARIED = List.of("sweep", "vary");

    private static final String LAYERS = "network.layers.";

    /** Where such paths begin. */
    private static final List<String> SECTIONS = List.of("data", "network", "training");

    /** The words that may stand where a caret is. */
    static List<Term> at(YamlContext context) {
        return at(context, List.of(), 0);
    }

    /**
     * The words that may stand where a caret is, names of layers among them.
     *
     * @param layers the layers of the text
     * @param offset the offset of the caret
     */
    static List<Term> at(YamlContext context, List<LayerText> layers, int offset) {
        return context.path().equals(VARIED)
                ? paths(context.prefix(), layers)
                : joined(at(context.path()), LayerAssist.at(context, layers, offset));
    }

    private static List<Term> at(List<String> path) {
        if (path.size() <= VARIED.size() || !path.subList(0, VARIED.size()).equals(VARIED)) {
            return walk(path);
        }
        List<String> values = new ArrayList<>(List.of(path.get(VARIED.size()).split("\\.")));
        values.addAll(path.subList(VARIED.size() + 1, path.size()));
        return path.size() == VARIED.size() + 1 ? joined(types(Family.RANGE), walk(values)) : walk(values);
    }

    /** The paths that go on from what is typed of one; they may leave out the type, as in {@code training.optimizer.momentum}. */
    private static List<Term> paths(String typed, List<LayerText> layers) {
        int end = typed.lastIndexOf('.') + 1;
        if (typed.startsWith(LAYERS)) {
            return pathsOfLayers(typed.substring(0, end), layers);
        }
        if (end == 0) {
            return file().stream().filter(term -> SECTIONS.contains(term.key())).toList();
        }
        String known = typed.substring(0, end);
        Map<String, Term> next = new LinkedHashMap<>();
        for (Term term : walk(List.of(known.split("\\.")))) {
            next.putIfAbsent(term.key(), term);
            if (ModelVocabulary.TYPES.contains(term.key())) {
                term.inside().get().forEach(own -> next.putIfAbsent(own.key(), own));
            }
        }
        return next.values().stream()
                .map(term -> new Term(known + term.key(), term.documentation(), true, term.inside()))
                .toList();
    }

    /** The paths through the list of layers: names, then the parameters of their types. */
    private static List<Term> pathsOfLayers(String known, List<LayerText> layers) {
        String name = known.substring(LAYERS.length()).replaceFirst("\\.$", "");
        Stream<Term> next = name.isEmpty()
                ? layers.stream()
                        .filter(layer -> layer.block().isEmpty())
                        .map(layer -> new Term(layer.name(), Documentation.of(layer), true, List::of))
                : layers.stream()
                        .filter(layer -> layer.name().equals(name))
                        .flatMap(layer -> walk(List.of("network", "layers", layer.type())).stream());
        return next.map(term -> new Term(known + term.key(), term.documentation(), true, term.inside()))
                .toList();
    }

    /** The words that may stand in the mapping, list or value at {@code path}, see {@link YamlContext#path}. */
    private static List<Term> walk(List<String> path) {
        List<Term> terms = file();
        for (String key : path) {
            if (!key.equals(YamlContext.ITEM)) {
                terms = find(terms, key).map(term -> term.inside().get()).orElse(List.of());
            }
        }
        return terms;
    }

    private static List<Term> file() {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term(VERSION, Messages.doc_version, true, () -> List.of(word("1"))));
        terms.addAll(of(Catalogue.describe(Model.class)));
        return terms;
    }

    static Optional<Term> find(List<Term> terms, String key) {
        return terms.stream().filter(term -> term.key().equals(key)).findFirst();
    }

    /** The keys of a mapping. The data source has no key of its own: its type stands among the keys of the section. */
    private static List<Term> of(TypeInfo type) {
        List<Term> terms = new ArrayList<>();
        for (ParameterInfo parameter : type.parameters()) {
            if (parameter.type() == DataSpec.class) {
                terms.addAll(inside(parameter));
            } else {
                terms.add(of(parameter));
            }
        }
        return terms;
    }

    private static Term of(ParameterInfo parameter) {
        return new Term(parameter.key(), Documentation.of(parameter), true, () -> inside(parameter));
    }

    private static List<Term> inside(ParameterInfo parameter) {
        return switch (parameter.kind()) {
            case SECTION -> of(Catalogue.describe(parameter.element().asSubclass(Record.class)));
            case FAMILY, FAMILIES ->
                Family.of(parameter.element()).map(Term::types).orElse(List.of());
            case LAYERS -> layers();
            case CHOICE ->
                parameter.element() == Activation.class
                        ? types(Family.ACTIVATION)
                        : parameter.choices().stream().map(Term::word).toList();
            case PADDING -> parameter.choices().stream().map(Term::word).toList();
            case BOOLEAN -> List.of(word("true"), word("false"));
            default -> List.of();
        };
    }

    private static List<Term> types(Family family) {
        return Catalogue.types(family).stream()
                .map(type -> new Term(
                        type.key(), Documentation.of(type), !type.parameters().isEmpty(), () -> of(type)))
                .toList();
    }

    /** The types of layers, each with its own parameters and those that every layer has. */
    private static List<Term> layers() {
        List<Term> common = of(Catalogue.describe(Layer.class));
        return types(Family.LAYER).stream()
                .map(type -> new Term(
                        type.key(),
                        type.documentation(),
                        type.mapping(),
                        () -> joined(type.inside().get(), common)))
                .toList();
    }

    private static List<Term> joined(List<Term> own, List<Term> common) {
        List<Term> all = new ArrayList<>(own);
        all.addAll(common);
        return all;
    }

    private static Term word(String word) {
        return new Term(word, "", false, List::of);
    }
}
