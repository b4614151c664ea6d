package org.backprop.model.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.model.Catalogue;
import org.backprop.model.Code;

/**
 * The columns of a CSV file, from its first record.
 *
 * @param file the file
 * @param columns number of columns
 * @param names their names; empty if the file has no header
 */
public record CsvHeader(Path file, int columns, List<String> names) {

    /** Copies the list. */
    public CsvHeader {
        names = List.copyOf(names);
    }

    /**
     * Reads the first record, of at most 1 MiB.
     *
     * @throws java.nio.file.NoSuchFileException if the file is not there
     * @throws DataFormatException if it has fewer than two columns
     */
    public static CsvHeader read(Path file, boolean header) throws IOException {
        List<String> cells = firstRecord(file);
        if (cells.size() < 2) {
            throw new DataFormatException(
                    Code.DATA_UNREADABLE,
                    "path",
                    file
                            + ":1: a CSV file needs at least one feature column and a target column, separated by commas, semicolons or tabs");
        }
        return new CsvHeader(
                file, cells.size(), header ? cells.stream().map(String::strip).toList() : List.of());
    }

    /**
     * The 0-based index of a column given by its name or, if no column has that name, by its index; a negative index
     * counts from the end.
     *
     * @param key key that names the column, for messages
     * @throws DataFormatException if there is no such column
     */
    public int index(String column, String key) throws DataFormatException {
        int named = names.indexOf(column);
        if (named >= 0) {
            return named;
        }
        Optional<Integer> index = integer(column);
        if (index.isPresent() && index.get() >= -columns && index.get() < columns) {
            return Math.floorMod(index.get(), columns);
        }
        throw new DataFormatException(Code.UNKNOWN_NAME, key, unknown(column, key, index.isPresent()));
    }

    private String unknown(String column, String key, boolean index) {
        if (index) {
            return file + " has " + columns + " columns, there is no column " + column;
        }
        return names.isEmpty()
                ? key + " must be the index of a column, because the data has no header"
                : file + " has no column \"" + column + "\""
                        + Catalogue.nearest(column, names)
                                .map(near -> ": did you mean " + near + "?")
                                .orElse(": it has " + String.join(", ", names.subList(0, Math.min(10, columns)))
                                        + (columns > 10 ? ", ..." : ""));
    }

    private static Optional<Integer> integer(String text) {
        return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static List<String> firstRecord(Path file) throws IOException {
        try (CsvRecords records = CsvRecords.open(file)) {
            return records.next().orElse(List.of());
        }
    }
}
