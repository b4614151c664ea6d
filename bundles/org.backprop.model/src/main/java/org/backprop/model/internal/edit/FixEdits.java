package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Fix;
import org.backprop.model.Position;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.edit.LayerPlace;
import org.backprop.model.edit.TextChange;
import org.backprop.model.internal.edit.Syntax.Pair;
import org.backprop.model.internal.read.ModelBinder;
import org.backprop.model.internal.write.YamlText;

/** Makes the changes that mend problems. */
final class FixEdits {

    private static final String CHANGED = "the text has changed meanwhile";

    private final Source source;
    private final TextEdits edits;

    FixEdits(Source source, TextEdits edits) {
        this.source = source;
        this.edits = edits;
    }

    /** The changes of a fix. */
    List<TextChange> of(Fix fix) throws EditRefusedException {
        return switch (fix) {
            case Fix.Replace replace -> replace(replace);
            case Fix.Add add when add.owner().equals(Position.START) -> addSection(add);
            case Fix.Add add -> {
                List<String> path = pathOf(add.owner());
                path.add(add.key());
                yield edits.set(path, add.value());
            }
            case Fix.Remove remove -> edits.remove(pathOf(remove.at()));
            case Fix.Set set -> edits.set(set.path(), set.value());
            case Fix.Insert insert -> edits.insertBetween(insert.input(), insert.layer(), insert.type());
            case Fix.Move move -> {
                LayerPlace place = edits.place(move.before()).orElseThrow(() -> new EditRefusedException(CHANGED));
                yield edits.move(move.layer(), place.index());
            }
            case Fix.RemoveLayer remove -> edits.removeLayers(List.of(remove.layer()));
        };
    }

    /** Replaces a value; its anchor stays. */
    private List<TextChange> replace(Fix.Replace fix) throws EditRefusedException {
        Position at = fix.at();
        if (at.end() > source.text().length()) {
            throw new EditRefusedException(CHANGED);
        }
        Changes changes = new Changes();
        int from = source.root().stream()
                .flatMap(Source::all)
                .filter(node -> node.start() == at.offset())
                .mapToInt(node -> node instanceof Syntax.Scalar scalar ? scalar.content() : at.offset())
                .findFirst()
                .orElse(at.offset());
        changes.replace(from, at.end(), fix.text());
        return source.checked(changes);
    }

    /** Adds a section, its keys on lines of their own where the file is not in braces. */
    private List<TextChange> addSection(Fix.Add add) throws EditRefusedException {
        Changes changes = new Changes();
        MappingEdits mappings = new MappingEdits(source, changes);
        Optional<Syntax> root = source.root();
        if (root.isEmpty()) {
            mappings.start(add.key(), lines(add.value()));
        } else if (!(root.get() instanceof Syntax.Mapping file)) {
            throw new EditRefusedException("the file is not a mapping of sections");
        } else if (file.flow()) {
            mappings.addFirst(file, add.key(), add.value());
        } else if (add.key().equals(ModelBinder.VERSION_KEY)) {
            int first = file.pairs().getFirst().start();
            String newLine =
                    source.lines().lineBreak() + " ".repeat(source.lines().column(first));
            changes.insert(first, YamlText.inline(add.key()) + ": " + add.value() + newLine);
        } else {
            mappings.add(file, add.key(), lines(add.value()));
        }
        return source.checked(changes);
    }

    private String lines(String value) throws EditRefusedException {
        Source inline = Source.parse(value);
        if (!(inline.root().orElse(null) instanceof Syntax.Mapping section)) {
            return value;
        }
        StringBuilder lines = new StringBuilder();
        String indent = source.lines().lineBreak() + " ".repeat(source.step());
        section.pairs().forEach(pair -> lines.append(indent).append(inline.part(pair.start(), pair.end())));
        return lines.toString();
    }

    private List<String> pathOf(Position at) throws EditRefusedException {
        List<String> path = new ArrayList<>();
        if (source.root().isEmpty() || !find(source.root().get(), at.offset(), path)) {
            throw new EditRefusedException(CHANGED);
        }
        return path;
    }

    /** Appends the keys and indexes that lead to the key, the word that selects a type, or the value at an offset. */
    private static boolean find(Syntax node, int offset, List<String> path) {
        int depth = path.size();
        switch (node) {
            case Syntax.Mapping mapping -> {
                for (Pair pair : mapping.pairs()) {
                    path.add(pair.name());
                    boolean value = pair.value().start() == offset && !Words.isType(word(pair.value()));
                    if (pair.start() == offset || value || find(pair.value(), offset, path)) {
                        return true;
                    }
                    path.subList(depth, path.size()).clear();
                }
            }
            case Syntax.Sequence list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    Syntax item = list.items().get(i);
                    path.add(Integer.toString(i));
                    boolean value = item.start() == offset
                            && item instanceof Syntax.Scalar
                            && Words.layerType(item).filter(Words::isType).isEmpty();
                    if (value || find(item, offset, path)) {
                        return true;
                    }
                    path.subList(depth, path.size()).clear();
                }
            }
            case Syntax.Scalar scalar -> {
                if (scalar.start() == offset) {
                    path.add(scalar.text());
                    return true;
                }
            }
            case Syntax.Alias alias -> {
                // what it stands for has its place elsewhere
            }
        }
        return false;
    }

    private static String word(Syntax value) {
        return value instanceof Syntax.Scalar scalar ? scalar.text() : "";
    }
}
