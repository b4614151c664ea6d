package org.backprop.model.internal.edit;

import java.util.List;
import java.util.Optional;

import org.backprop.model.edit.EditRefusedException;
import org.backprop.model.internal.edit.Syntax.Pair;

/**
 * Where the value at a path stands. Other than in an override, each step of the path is written in the text.
 *
 * @param owner the key whose value it is; null for entries of lists and for the outermost value
 * @param value the value
 */
record Place(Pair owner, Syntax value) {

    /** The place at a path; empty if the text has no such key or entry. */
    static Optional<Place> find(Source source, List<String> path) throws EditRefusedException {
        Optional<Place> place = source.root().map(root -> new Place(null, root));
        for (String step : path) {
            if (place.isPresent()) {
                place = place.get().inside(source, step);
            }
        }
        return place;
    }

    private Optional<Place> inside(Source source, String step) throws EditRefusedException {
        return switch (value) {
            case Syntax.Alias alias -> throw alias.shared();
            case Syntax.Mapping mapping -> mapping.pair(step).map(pair -> new Place(pair, pair.value()));
            case Syntax.Sequence list -> {
                source.requireUnsharedAround(list);
                int index = step.matches("\\d{1,9}") ? Integer.parseInt(step) : -1;
                yield index < 0 || index >= list.items().size()
                        ? Optional.empty()
                        : Optional.of(new Place(null, list.items().get(index)));
            }
            case Syntax.Scalar scalar -> Optional.empty();
        };
    }

    /** Whether there is nothing behind the key. */
    boolean isEmpty() {
        return value instanceof Syntax.Scalar scalar && scalar.isNull();
    }
}
