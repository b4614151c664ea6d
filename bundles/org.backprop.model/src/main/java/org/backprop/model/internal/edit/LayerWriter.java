package org.backprop.model.internal.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.internal.edit.Syntax.Pair;
import org.backprop.model.internal.write.YamlText;

/** Writes the name and the inputs of a layer. */
final class LayerWriter {

    private final Source source;
    private final Changes changes;
    private final MappingEdits mappings;

    LayerWriter(Source source, Changes changes) {
        this.source = source;
        this.changes = changes;
        this.mappings = new MappingEdits(source, changes);
    }

    void name(LayerItem layer, String name, References references) throws EditRefusedException {
        Optional<Pair> given = layer.key("name");
        if (given.isPresent()) {
            references.write(given.get().value(), name, changes);
        } else {
            add(layer, "name", YamlText.inline(name));
        }
    }

    /** Sets the inputs to these names; none of them for the layer before. */
    void inputs(LayerItem layer, List<String> names, References references) throws EditRefusedException {
        Optional<Pair> given = layer.key("inputs");
        if (names.isEmpty()) {
            if (given.isPresent()) {
                remove(layer, given.get());
            }
            return;
        }
        String list = names.stream().map(YamlText::inline).collect(Collectors.joining(", ", "[", "]"));
        List<Syntax> old = layer.inputs();
        if (given.isEmpty()) {
            add(layer, "inputs", list);
        } else if (old.size() == names.size()) {
            for (int i = 0; i < names.size(); i++) {
                boolean same = Syntax.resolved(old.get(i)) instanceof Syntax.Scalar name
                        && name.text().equals(names.get(i));
                if (!same) {
                    references.write(old.get(i), names.get(i), changes);
                }
            }
        } else {
            mappings.replace(given.get().value(), list);
        }
    }

    private void remove(LayerItem layer, Pair pair) throws EditRefusedException {
        boolean beside =
                layer.item() instanceof Syntax.Mapping item && item.pairs().contains(pair);
        Syntax.Mapping mapping = (Syntax.Mapping)
                (beside ? layer.item() : layer.typePair().orElseThrow().value());
        mappings.remove(mapping, pair);
    }

    /** Adds a key to the parameters of a layer, at the front. */
    private void add(LayerItem layer, String key, String value) throws EditRefusedException {
        source.requireUnsharedAround(layer.item());
        String entry = key + ": " + value;
        Optional<Pair> type = layer.typePair();
        if (type.isEmpty()) {
            addToWord(layer, entry);
            return;
        }
        switch (type.get().value()) {
            case Syntax.Mapping mapping -> mappings.addFirst(mapping, key, value);
            case Syntax.Scalar none when none.isEmpty() -> changes.insert(none.end(), " {" + entry + "}");
            case Syntax.Scalar none when none.isNull() -> mappings.replace(none, "{" + entry + "}");
            case Syntax main
            when Words.main(layer.type(), main).isPresent() && isInline(main) -> {
                changes.insert(
                        main.start(),
                        "{" + entry + ", "
                                + Words.main(layer.type(), main).get().key() + ": ");
                changes.insert(main.end(), "}");
            }
            default -> throw new EditRefusedException("the layer cannot take the key " + key + " as it is laid out");
        }
    }

    private static boolean isInline(Syntax main) {
        return !(main instanceof Syntax.Sequence list) || list.flow();
    }

    private void addToWord(LayerItem layer, String entry) throws EditRefusedException {
        if (!(layer.item() instanceof Syntax.Scalar word) || word.isNull()) {
            throw new EditRefusedException("the layer is shared through an alias: edit the source");
        }
        source.requireUnshared(word);
        boolean bare = layer.scope().list().filter(list -> !list.flow()).isPresent() && layer.index() >= 0;
        changes.insert(word.content(), bare ? "" : "{");
        changes.insert(word.end(), ": {" + entry + (bare ? "}" : "}}"));
    }
}
