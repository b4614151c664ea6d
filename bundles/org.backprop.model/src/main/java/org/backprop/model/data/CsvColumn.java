package org.backprop.model.data;

import java.util.List;

/**
 * What the rows of a CSV file say of one of its columns.
 *
 * @param index its place, counted from 0
 * @param name its name in the header; without a header its index
 * @param kind what it holds
 * @param missing number of rows without a value
 * @param values its different values, in the order in which they appear; empty if there are too many to be classes
 */
public record CsvColumn(int index, String name, Kind kind, long missing, List<String> values) {

    /** What a column holds. */
    public enum Kind {
        /** Whole numbers. */
        INTEGERS,
        /** Numbers. */
        NUMBERS,
        /** Anything else. */
        TEXTS
    }

    private static final int MOST_LIKELY_CLASSES = 20;

    /** Copies the list. */
    public CsvColumn {
        values = List.copyOf(values);
    }

    /** How many classes it has, whole numbers being the same however they are written; 0 if it has none or too many. */
    public int classes() {
        return switch (kind) {
            case INTEGERS ->
                (int) values.stream().map(Long::parseLong).distinct().count();
            case NUMBERS -> 0;
            case TEXTS -> values.size();
        };
    }

    /** Whether it rather holds classes than numbers. */
    public boolean suggestsClasses() {
        return classes() > 1 && (kind == Kind.TEXTS || classes() <= MOST_LIKELY_CLASSES);
    }
}
