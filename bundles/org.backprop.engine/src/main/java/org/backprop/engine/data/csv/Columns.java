package org.backprop.engine.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backprop.engine.data.DataException;
import org.backprop.model.CsvData;

/**
 * The columns of a file.
 *
 * @param names the names, one a column
 * @param targets indices of the columns to predict
 * @param score index of the column with scores, or -1; all others are features
 */
record Columns(List<String> names, List<Integer> targets, int score) {

    private static final int SHOWN = 20;

    /**
     * Finds the targets and the score.
     *
     * @param names the header's names, or made-up ones
     * @param spec names columns, or gives 0-based indices that count from the end if they are negative; names come first
     * @param place where the first row is, {@code file:line}, for messages
     */
    static Columns of(List<String> names, CsvData spec, String place) throws DataException {
        if (names.size() < 2) {
            throw new DataException(
                    "%s: there is one column; a feature and a target column are needed, separated by comma, semicolon or tab"
                            .formatted(place));
        }
        List<Integer> targets = new ArrayList<>();
        for (String target : spec.target()) {
            targets.add(find(names, target, "target", spec.header(), place));
        }
        int score = spec.score().isPresent() ? find(names, spec.score().get(), "score", spec.header(), place) : -1;
        long others = Stream.concat(targets.stream(), Stream.of(score))
                .distinct()
                .filter(column -> column >= 0)
                .count();
        if (others < targets.size() + (score < 0 ? 0 : 1)) {
            throw new DataException("%s: a column is named twice as target or score".formatted(place));
        }
        if (others == names.size()) {
            throw new DataException("%s: there is no column left for a feature".formatted(place));
        }
        return new Columns(names, targets, score);
    }

    /** Whether a column is neither target nor score. */
    boolean isFeature(int column) {
        return column != score && !targets.contains(column);
    }

    /** Number of columns that are neither target nor score. */
    int features() {
        return names.size() - targets.size() - (score < 0 ? 0 : 1);
    }

    private static int find(List<String> names, String column, String key, boolean header, String place)
            throws DataException {
        List<Integer> named = IntStream.range(0, names.size())
                .filter(i -> header && names.get(i).equals(column))
                .boxed()
                .toList();
        if (named.size() > 1) {
            throw new DataException("%s: %d columns are named \"%s\"; give the %s column's index, such as %d"
                    .formatted(place, named.size(), column, key, named.getFirst()));
        }
        return named.isEmpty() ? index(names, column, key, place) : named.getFirst();
    }

    private static int index(List<String> names, String column, String key, String place) throws DataException {
        int count = names.size();
        try {
            int index = Integer.parseInt(column.strip());
            if (index >= -count && index < count) {
                return Math.floorMod(index, count);
            }
            throw new DataException(
                    "%s: %s column %d does not exist; the %d columns are numbered 0 to %d, or -1 to %d from the end"
                            .formatted(place, key, index, count, count - 1, -count));
        } catch (NumberFormatException e) {
            List<String> shown = names.subList(0, Math.min(count, SHOWN));
            throw new DataException(
                    "%s: no column is named \"%s\"; the columns are %s%s"
                            .formatted(place, column, String.join(", ", shown), count > SHOWN ? ", ..." : ""),
                    e);
        }
    }
}
