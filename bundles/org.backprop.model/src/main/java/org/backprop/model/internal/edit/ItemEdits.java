package org.backprop.model.internal.edit;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.backprop.model.edit.EditRefusedException;

/** Adds and moves entries of lists that are the value of a key. A single value may stand for a list of one. */
final class ItemEdits {

    private final Source source;
    private final Changes changes;

    ItemEdits(Source source, Changes changes) {
        this.source = source;
        this.changes = changes;
    }

    /** Adds an entry at the end of the list at a path; the list is made if it is not there. */
    void add(List<String> path, String yaml) throws EditRefusedException {
        Optional<Place> place = Place.find(source, path);
        if (place.isEmpty() || place.get().isEmpty()) {
            PathEdit.set(source, changes, path, "[" + yaml + "]");
            return;
        }
        Syntax value = place.get().value();
        switch (value) {
            case Syntax.Alias alias -> throw alias.shared();
            case Syntax.Sequence list ->
                new ListEdits(source, changes)
                        .insert(owner(place.get()), list.items().size(), ItemText.parse(yaml));
            default -> wrap(value, ItemText.parse(yaml));
        }
    }

    private static Syntax.Pair owner(Place place) throws EditRefusedException {
        if (place.owner() == null) {
            throw new EditRefusedException("a list inside of a list is changed in the source");
        }
        return place.owner();
    }

    /** Makes a list of a single value and another. */
    private void wrap(Syntax value, List<ItemText> items) throws EditRefusedException {
        source.requireUnsharedAround(value);
        Lines lines = source.lines();
        boolean block = value instanceof Syntax.Mapping mapping && !mapping.flow();
        if (block && lines.start(value.start()) != lines.start(value.end())) {
            throw new EditRefusedException("the value is written over several lines: edit the source");
        }
        if (block) {
            int column = lines.column(value.start());
            changes.insert(value.start(), "- ");
            for (ItemText item : items) {
                changes.insert(
                        lines.end(value.end()),
                        lines.lineBreak() + " ".repeat(column) + "- " + item.block(column + 2, lines.lineBreak()));
            }
        } else {
            changes.insert(value.start(), "[");
            for (ItemText item : items) {
                changes.insert(value.end(), ", " + item.flow());
            }
            changes.insert(value.end(), "]");
        }
    }

    /** Moves an entry of the list at a path before that at {@code to}, or to the end. */
    void move(List<String> path, int from, int to) throws EditRefusedException {
        Optional<Place> place = Place.find(source, path);
        if (place.isEmpty() || !(place.get().value() instanceof Syntax.Sequence list)) {
            throw new EditRefusedException(String.join(".", path) + " is not a list");
        }
        if (from < 0
                || from >= list.items().size()
                || to < 0
                || to > list.items().size()) {
            throw new EditRefusedException(String.join(".", path) + " has no such entry");
        }
        if (to != from && to != from + 1) {
            ListEdits lists = new ListEdits(source, changes);
            lists.insert(
                    owner(place.get()),
                    to,
                    List.of(ItemText.of(source, list.items().get(from))));
            lists.remove(list, new TreeSet<>(List.of(from)));
        }
    }
}
