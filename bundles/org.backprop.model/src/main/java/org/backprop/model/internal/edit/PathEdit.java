package org.backprop.model.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.backprop.model.ParameterInfo;
import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.internal.edit.Syntax.Pair;
import org.backprop.model.internal.read.DefaultNames;
import org.backprop.model.internal.write.YamlText;

/** Sets or removes the value at a path; paths and short forms mean what they mean in an override. */
final class PathEdit {

    private final Source source;
    private final Changes changes;
    private final MappingEdits mappings;
    private final List<String> path;
    private final String value;

    private PathEdit(Source source, Changes changes, List<String> path, String value) {
        this.source = source;
        this.changes = changes;
        this.mappings = new MappingEdits(source, changes);
        this.path = new ArrayList<>(path);
        this.value = value;
    }

    static void set(Source source, Changes changes, List<String> path, String value) throws EditRefusedException {
        PathEdit edit = new PathEdit(source, changes, path, value);
        if (source.root().isEmpty()) {
            edit.mappings.start(path.getFirst(), edit.nested(1));
        } else {
            edit.set(source.root().get(), null, false, 0);
        }
    }

    static void remove(Source source, Changes changes, List<String> path) throws EditRefusedException {
        Optional<Syntax> root = source.root();
        if (root.isPresent()) {
            new PathEdit(source, changes, path, "").remove(root.get(), 0);
        }
    }

    /**
     * Sets the value in a node.
     *
     * @param owner the key whose value it is; null for entries of lists
     * @param flow whether braces or brackets are around it
     */
    private void set(Syntax node, Pair owner, boolean flow, int depth) throws EditRefusedException {
        if (depth == path.size()) {
            mappings.replace(node, value);
            return;
        }
        switch (node) {
            case Syntax.Alias alias -> throw alias.shared();
            case Syntax.Mapping mapping -> setKey(mapping, depth);
            case Syntax.Sequence list -> {
                if (main(list, depth).isPresent()) {
                    wrap(list, main(list, depth).get(), depth);
                } else {
                    setItem(list, depth);
                }
            }
            case Syntax.Scalar scalar -> setInScalar(scalar, owner, flow, depth);
        }
    }

    private void setKey(Syntax.Mapping mapping, int depth) throws EditRefusedException {
        insertSelectedType(mapping, depth);
        Optional<Pair> pair = mapping.pair(path.get(depth));
        if (pair.isPresent()) {
            set(pair.get().value(), pair.get(), mapping.flow(), depth + 1);
        } else if (depth == 0 && !mapping.flow() && path.size() > 1) {
            String indent = source.lines().lineBreak() + " ".repeat(source.step());
            mappings.add(mapping, path.get(0), indent + entry(1));
        } else {
            mappings.add(mapping, path.get(depth), nested(depth + 1));
        }
    }

    private void insertSelectedType(Syntax.Mapping mapping, int depth) {
        if (depth > 0) {
            Words.selectedType(path.get(depth - 1), mapping, path.get(depth), depth + 1 == path.size())
                    .ifPresent(type -> path.add(depth, type));
        }
    }

    private String nested(int depth) {
        return depth == path.size() ? value : "{" + entry(depth) + "}";
    }

    private String entry(int depth) {
        return YamlText.inline(path.get(depth)) + ": " + nested(depth + 1);
    }

    private void setInScalar(Syntax.Scalar scalar, Pair owner, boolean flow, int depth) throws EditRefusedException {
        Optional<ParameterInfo> main = main(scalar, depth);
        if (scalar.isNull() && owner != null) {
            mappings.fill(owner, flow, path.get(depth), nested(depth + 1));
        } else if (!scalar.isNull()
                && main.isPresent()
                && depth > 0
                && Words.isParameter(path.get(depth - 1), path.get(depth))) {
            wrap(scalar, main.get(), depth);
        } else if (!scalar.isNull() && Words.isType(scalar.text())) {
            spellOut(scalar, owner == null && !flow, depth);
        } else if (!scalar.isNull() && main.isPresent()) {
            wrap(scalar, main.get(), depth);
        } else {
            throw new EditRefusedException(
                    String.join(".", path.subList(0, depth)) + " is a single value: it has no key " + path.get(depth));
        }
    }

    private Optional<ParameterInfo> main(Syntax node, int depth) {
        return Words.main(path.get(Math.max(0, depth - 1)), node);
    }

    /** {@code adam} becomes {@code {adam: {learning_rate: 0.1}}}, without braces in a list of lines. */
    private void spellOut(Syntax.Scalar type, boolean bare, int depth) throws EditRefusedException {
        source.requireUnshared(type);
        Words.selectedType(
                        path.get(Math.max(0, depth - 1)),
                        new Syntax.Mapping(0, 0, 0, true, null, List.of(new Pair(type, type))),
                        path.get(depth),
                        depth + 1 == path.size())
                .ifPresent(key -> path.add(depth, key));
        boolean inside = path.get(depth).equals(type.text());
        String rest = inside ? ": " + nested(depth + 1) : ": {}, " + entry(depth);
        if (bare && inside) {
            changes.insert(type.end(), rest);
        } else {
            changes.insert(type.content(), "{");
            changes.insert(type.end(), rest + "}");
        }
    }

    /** {@code 10} becomes {@code {units: 10, activation: relu}}. */
    private void wrap(Syntax node, ParameterInfo main, int depth) throws EditRefusedException {
        if (path.get(depth).equals(main.key())) {
            set(node, null, true, depth + 1);
            return;
        }
        if (node instanceof Syntax.Sequence list && !list.flow()) {
            throw new EditRefusedException(
                    "the value of " + main.key() + " is written over several lines: edit the source");
        }
        changes.insert(node.start(), "{" + main.key() + ": ");
        changes.insert(node.end(), ", " + entry(depth) + "}");
    }

    private void setItem(Syntax.Sequence list, int depth) throws EditRefusedException {
        int index = item(list, depth);
        set(list.items().get(index), null, list.flow(), depth + 1);
    }

    private int item(Syntax.Sequence list, int depth) throws EditRefusedException {
        source.requireUnsharedAround(list);
        String segment = path.get(depth);
        int index = segment.matches("\\d{1,9}")
                ? Integer.parseInt(segment)
                : names(list).indexOf(segment);
        if (index < 0 || index >= list.items().size()) {
            throw new EditRefusedException(
                    String.join(".", path.subList(0, depth)) + " has no entry \"" + segment + "\"");
        }
        Syntax item = list.items().get(index);
        Optional<String> type = Words.layerType(item);
        if (depth + 1 < path.size() && type.isPresent() && Words.isInside(type.get(), item, path.get(depth + 1))) {
            path.add(depth + 1, type.get());
        }
        return index;
    }

    private static List<String> names(Syntax.Sequence list) {
        DefaultNames byDefault = new DefaultNames();
        List<String> names = new ArrayList<>();
        for (Syntax node : list.items()) {
            Syntax item = Syntax.resolved(node);
            String type = Words.layerType(item).orElse("layer");
            String counted = byDefault.next(type);
            names.add(new LayerItem("", type, item, null, 0)
                    .key("name")
                    .map(name -> Syntax.resolved(name.value()) instanceof Syntax.Scalar text ? text.text() : "")
                    .orElse(counted));
        }
        return names;
    }

    private void remove(Syntax node, int depth) throws EditRefusedException {
        switch (node) {
            case Syntax.Alias alias -> throw alias.shared();
            case Syntax.Mapping mapping -> {
                insertSelectedType(mapping, depth);
                Optional<Pair> pair = mapping.pair(path.get(depth));
                if (pair.isPresent() && depth + 1 == path.size()) {
                    mappings.remove(mapping, pair.get());
                } else if (pair.isPresent()) {
                    remove(pair.get().value(), depth + 1);
                }
            }
            case Syntax.Scalar none when none.isNull() -> {
                // there is no key in it
            }
            case Syntax.Scalar scalar -> removeMain(scalar, depth);
            case Syntax.Sequence list when main(list, depth).isPresent() -> removeMain(list, depth);
            case Syntax.Sequence list -> {
                int index = item(list, depth);
                if (depth + 1 == path.size()) {
                    new ListEdits(source, changes).remove(list, new TreeSet<>(List.of(index)));
                } else {
                    remove(list.items().get(index), depth + 1);
                }
            }
        }
    }

    /** {@code l2: 0.1} becomes {@code l2: {}}. */
    private void removeMain(Syntax node, int depth) throws EditRefusedException {
        boolean last = depth + 1 == path.size();
        if (last
                && main(node, depth)
                        .filter(main -> main.key().equals(path.get(depth)))
                        .isPresent()) {
            mappings.replace(node, "{}");
        }
    }
}
