package org.backprop.engine.data.csv;

import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;

/**
 * The columns of a file.
 *
 * @param names the names, one a column
 * @param target index of the column to predict; all others are features
 */
record Columns(List<String> names, int target) {

    private static final int SHOWN = 20;

    /**
     * Finds the target.
     *
     * @param names the header's names, or made-up ones
     * @param target a name, or a 0-based index that counts from the end if it is negative; names come first
     * @param header whether {@code target} may be a name
     * @param place where the first row is, {@code file:line}, for messages
     */
    static Columns of(List<String> names, String target, boolean header, String place) throws DataException {
        if (names.size() < 2) {
            throw new DataException(
                    "%s: there is one column; a feature and a target column are needed, separated by comma, semicolon or tab"
                            .formatted(place));
        }
        List<Integer> named = IntStream.range(0, names.size())
                .filter(i -> header && names.get(i).equals(target))
                .boxed()
                .toList();
        if (named.size() > 1) {
            throw new DataException("%s: %d columns are named \"%s\"; give the target column's index, such as %d"
                    .formatted(place, named.size(), target, named.getFirst()));
        }
        return new Columns(names, named.isEmpty() ? index(names, target, place) : named.getFirst());
    }

    private static int index(List<String> names, String target, String place) throws DataException {
        int count = names.size();
        try {
            int index = Integer.parseInt(target.strip());
            if (index >= -count && index < count) {
                return Math.floorMod(index, count);
            }
            throw new DataException(
                    "%s: target column %d does not exist; the %d columns are numbered 0 to %d, or -1 to %d from the end"
                            .formatted(place, index, count, count - 1, -count));
        } catch (NumberFormatException e) {
            List<String> shown = names.subList(0, Math.min(count, SHOWN));
            throw new DataException(
                    "%s: no column is named \"%s\"; the columns are %s%s"
                            .formatted(place, target, String.join(", ", shown), count > SHOWN ? ", ..." : ""),
                    e);
        }
    }
}
