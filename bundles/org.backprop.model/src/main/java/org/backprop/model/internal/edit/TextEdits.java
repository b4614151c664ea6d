package org.backprop.model.internal.edit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.backprop.model.Catalogue;
import org.backprop.model.Family;
import org.backprop.model.Fix;
import org.backprop.model.TypeInfo;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerName;
import org.backprop.model.edit.LayerPlace;
import org.backprop.model.edit.LayerText;
import org.backprop.model.edit.TextChange;
import org.backprop.model.edit.ValueText;
import org.backprop.model.internal.edit.Syntax.Pair;
import org.backprop.model.internal.yaml.Quote;

/** What {@link org.backprop.model.edit.ModelEdit} does. */
public final class TextEdits {

    private static final String NETWORK = "network";

    private final Source source;
    private final Optional<LayerScope> network;

    private TextEdits(Source source) {
        this.source = source;
        this.network = LayerScope.network(source);
    }

    /** Edits of a text. */
    public static TextEdits of(String text) throws EditRefusedException {
        return new TextEdits(Source.parse(text));
    }

    /** Sets a value. */
    public List<TextChange> set(List<String> path, String yaml) throws EditRefusedException {
        requirePath(path);
        if (yaml.lines().count() != 1 || Source.parse(yaml).root().isEmpty()) {
            throw new EditRefusedException("a value is written on one line");
        }
        Changes changes = new Changes();
        PathEdit.set(source, changes, path, yaml.strip());
        return PathCheck.set(source, path, yaml, source.checked(changes));
    }

    /** Removes a key. */
    public List<TextChange> remove(List<String> path) throws EditRefusedException {
        requirePath(path);
        Changes changes = new Changes();
        PathEdit.remove(source, changes, path);
        return source.checked(changes);
    }

    /** Selects a type. */
    public List<TextChange> select(List<String> path, Family family, String key) throws EditRefusedException {
        requirePath(path);
        TypeInfo type = Catalogue.type(family, key)
                .orElseThrow(() -> new EditRefusedException("unknown " + family.noun() + " " + Quote.of(key)));
        Changes changes = new Changes();
        new TypeEdit(source, changes, family, type).select(path);
        return source.checked(changes);
    }

    /** Adds an entry to a list. */
    public List<TextChange> add(List<String> path, String yaml) throws EditRefusedException {
        requirePath(path);
        Changes changes = new Changes();
        new ItemEdits(source, changes).add(path, yaml.strip());
        return source.checked(changes);
    }

    /** Moves an entry of a list. */
    public List<TextChange> moveItem(List<String> path, int from, int to) throws EditRefusedException {
        requirePath(path);
        Changes changes = new Changes();
        new ItemEdits(source, changes).move(path, from, to);
        return source.checked(changes);
    }

    /** What stands in the text. */
    public Optional<ValueText> value() {
        return new ValueTexts(source).root();
    }

    private static void requirePath(List<String> path) throws EditRefusedException {
        if (path.isEmpty() || path.stream().anyMatch(String::isBlank)) {
            throw new EditRefusedException("a path consists of keys with dots between, as training.epochs");
        }
    }

    /** The layers of the text. */
    public List<LayerText> layers() {
        return network.map(scope -> LayerListing.of(source, scope)).orElse(List.of());
    }

    /** Where a layer stands. */
    public Optional<LayerPlace> place(String layer) {
        return network.flatMap(scope -> scope.named(layer))
                .filter(item -> item.index() >= 0)
                .map(item -> new LayerPlace(
                        item.scope().block() == null ? "" : item.scope().block().fullName(), item.index()));
    }

    /** Inserts layers. */
    public List<TextChange> insert(LayerPlace place, String yaml) throws EditRefusedException {
        if (network.isEmpty()) {
            return first(yaml);
        }
        LayerScope scope = place.block().isEmpty()
                ? network.get()
                : network.get()
                        .inside(layer(place.block()))
                        .orElseThrow(() -> new EditRefusedException(place.block() + " is not a block of layers"));
        return edits().insert(scope, place.index(), yaml);
    }

    /** Adds the list of layers, and the section around it if that is missing too. */
    private List<TextChange> first(String yaml) throws EditRefusedException {
        Changes changes = new Changes();
        MappingEdits mappings = new MappingEdits(source, changes);
        int step = source.step();
        String list = items(2 * step, yaml);
        Optional<Syntax> root = source.root();
        if (root.isEmpty()) {
            mappings.start(NETWORK, section(list));
        } else if (root.get() instanceof Syntax.Mapping mapping) {
            Optional<Pair> section = mapping.pair(NETWORK);
            if (section.isEmpty()) {
                mappings.add(mapping, NETWORK, mapping.flow() ? "{layers: [" + flow(yaml) + "]}" : section(list));
            } else if (section.get().value() instanceof Syntax.Mapping inside) {
                int column = source.lines().column(inside.content()) + step;
                mappings.add(inside, "layers", inside.flow() ? "[" + flow(yaml) + "]" : items(column, yaml));
            } else {
                mappings.fill(section.get(), mapping.flow(), "layers", mapping.flow() ? "[" + flow(yaml) + "]" : list);
            }
        } else {
            throw new EditRefusedException("the file is not a mapping of sections");
        }
        return source.checked(changes);
    }

    private String section(String list) {
        return source.lines().lineBreak() + " ".repeat(source.step()) + "layers:" + list;
    }

    private String items(int column, String yaml) throws EditRefusedException {
        StringBuilder text = new StringBuilder();
        String lineBreak = source.lines().lineBreak();
        for (ItemText item : ItemText.parse(yaml)) {
            text.append(lineBreak).append(" ".repeat(column)).append("- ").append(item.block(column + 2, lineBreak));
        }
        return text.toString();
    }

    private static String flow(String yaml) throws EditRefusedException {
        StringBuilder text = new StringBuilder();
        for (ItemText item : ItemText.parse(yaml)) {
            text.append(text.isEmpty() ? "" : ", ").append(item.flow());
        }
        return text.toString();
    }

    /** Inserts a layer between two that are connected. */
    public List<TextChange> insertBetween(String input, String consumer, String yaml) throws EditRefusedException {
        return edits().insertBetween(input, layer(consumer), yaml);
    }

    /** Removes layers. */
    public List<TextChange> removeLayers(Collection<String> names) throws EditRefusedException {
        return edits().remove(layers(names));
    }

    /** Moves a layer. */
    public List<TextChange> move(String name, int index) throws EditRefusedException {
        return edits().move(layer(name), index);
    }

    /** Inserts copies of layers. */
    public List<TextChange> duplicate(Collection<String> names) throws EditRefusedException {
        Set<LayerItem> layers = layers(names);
        LayerItem last = layers.stream()
                .reduce((a, b) -> a.item().start() > b.item().start() ? a : b)
                .orElseThrow(() -> new EditRefusedException("no layer is selected"));
        return edits().insert(last.scope(), last.index() + 1, edits().copy(layers));
    }

    /** Renames a layer. */
    public List<TextChange> rename(String layer, String name) throws EditRefusedException {
        return edits().rename(layer(layer), name);
    }

    /** Writes the name that a layer has by default. */
    public List<TextChange> name(String layer) throws EditRefusedException {
        return edits().name(layer(layer));
    }

    /** The places that name layers. */
    public List<LayerName> names() {
        return network.map(scope -> NamedPlaces.of(source, scope)).orElse(List.of());
    }

    /** Mends a problem. */
    public List<TextChange> fix(Fix fix) throws EditRefusedException {
        return new FixEdits(source, this).of(fix);
    }

    /** Normalizes the layout. */
    public List<TextChange> format() throws EditRefusedException {
        return Formatter.format(source);
    }

    /** Sets the inputs of a layer. */
    public List<TextChange> setInputs(String layer, List<String> inputs) throws EditRefusedException {
        return edits().setInputs(layer(layer), inputs);
    }

    /** The text of layers. */
    public String copy(Collection<String> names) throws EditRefusedException {
        return edits().copy(layers(names));
    }

    private LayerEdits edits() throws EditRefusedException {
        return new LayerEdits(
                source, network.orElseThrow(() -> new EditRefusedException("the file has no list of layers")));
    }

    private Set<LayerItem> layers(Collection<String> names) throws EditRefusedException {
        Set<LayerItem> found = new LinkedHashSet<>();
        for (String name : names) {
            found.add(layer(name));
        }
        return found;
    }

    private LayerItem layer(String name) throws EditRefusedException {
        return network.flatMap(scope -> scope.named(name))
                .orElseThrow(() -> new EditRefusedException("there is no layer " + name));
    }
}
