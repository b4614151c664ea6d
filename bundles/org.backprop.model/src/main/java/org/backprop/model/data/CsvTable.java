package org.backprop.model.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import org.backprop.model.Code;
import org.backprop.model.data.CsvColumn.Kind;

/**
 * A CSV file as one would look at it before using it: its columns, its first rows, and what does not fit.
 *
 * @param file the file
 * @param header whether its first line was taken for names
 * @param columns its columns
 * @param firstRows the first {@value #SHOWN} rows after the header
 * @param rows number of rows that were read, without the header
 * @param complete whether that is all of them
 * @param ragged the first line that has another number of fields than there are columns
 */
public record CsvTable(
        Path file,
        boolean header,
        List<CsvColumn> columns,
        List<List<String>> firstRows,
        long rows,
        boolean complete,
        OptionalLong ragged) {

    /** How many rows are kept. */
    public static final int SHOWN = 100;

    /** How many rows are read. */
    public static final int MOST_ROWS = 200_000;

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final int ASK_EACH = 1024;

    /** Copies the lists. */
    public CsvTable {
        columns = List.copyOf(columns);
        firstRows = List.copyOf(firstRows);
    }

    /**
     * Reads a file, of a large one the first {@value #MOST_ROWS} rows.
     *
     * @param header whether the first line has the names; absent to find out
     * @param canceled asked now and then
     * @throws java.nio.file.NoSuchFileException if the file is not there
     * @throws DataFormatException if it has less than two columns, no row, or a line over 1 MiB
     * @throws CancellationException if {@code canceled} became true
     */
    public static CsvTable read(Path file, Optional<Boolean> header, BooleanSupplier canceled) throws IOException {
        boolean named = header.isPresent() ? header.get() : looksNamed(file);
        CsvHeader first = CsvHeader.read(file, named);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < first.columns(); i++) {
            drafts.add(new Draft(i, named ? first.names().get(i) : Integer.toString(i)));
        }
        List<List<String>> shown = new ArrayList<>();
        long rows = 0;
        OptionalLong ragged = OptionalLong.empty();
        Optional<List<String>> row;
        try (CsvRecords records = CsvRecords.open(file)) {
            if (named) {
                records.next();
            }
            long line = records.line();
            for (row = records.next(); row.isPresent() && rows < MOST_ROWS; row = records.next()) {
                if (rows++ % ASK_EACH == 0 && canceled.getAsBoolean()) {
                    throw new CancellationException();
                }
                if (shown.size() < SHOWN) {
                    shown.add(List.copyOf(row.get()));
                }
                if (row.get().size() != drafts.size() && ragged.isEmpty()) {
                    ragged = OptionalLong.of(line);
                }
                add(row.get(), drafts);
                line = records.line();
            }
        }
        if (rows == 0) {
            throw new DataFormatException(
                    Code.DATA_UNREADABLE, "path", file + ": there is no row of data in the file, only its header");
        }
        List<CsvColumn> columns = drafts.stream().map(Draft::column).toList();
        return new CsvTable(file, named, columns, shown, rows, row.isEmpty(), ragged);
    }

    /** Whether the first line has only texts, all different. */
    private static boolean looksNamed(Path file) throws IOException {
        try (CsvRecords records = CsvRecords.open(file)) {
            List<String> first = records.next().orElse(List.of());
            boolean texts = first.stream()
                    .allMatch(name ->
                            !name.isBlank() && !NUMBER.matcher(name.strip()).matches());
            return texts && first.stream().distinct().count() == first.size();
        }
    }

    private static void add(List<String> row, List<Draft> drafts) {
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).add(i < row.size() ? row.get(i).strip() : "");
        }
    }

    /** The column to predict that is most likely meant: one of a telling name, else the last one. */
    public CsvColumn likelyTarget() {
        Set<String> telling = Set.of("target", "label", "class", "y");
        return columns.stream()
                .filter(column -> telling.contains(column.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(columns.getLast());
    }

    /** How a model file names a column: by its name, or by its index if the name is not unique or there is none. */
    public String reference(CsvColumn column) {
        boolean unique = columns.stream()
                        .filter(other -> other.name().equals(column.name()))
                        .count()
                == 1;
        return unique && !column.name().isBlank() ? column.name() : Integer.toString(column.index());
    }

    /** A column while its rows are read. */
    private static final class Draft {
        private static final int MOST_CLASSES = 1_000;
        private static final int MOST_INTEGERS = 200;

        private final int index;
        private final String name;
        private final Set<String> values = new LinkedHashSet<>();
        private Kind kind = Kind.INTEGERS;
        private boolean tooMany;
        private long missing;

        Draft(int index, String name) {
            this.index = index;
            this.name = name;
        }

        void add(String value) {
            if (value.isEmpty()) {
                missing++;
                return;
            }
            if (kind == Kind.INTEGERS && !INTEGER.matcher(value).matches()) {
                kind = Kind.NUMBERS;
            }
            if (kind == Kind.NUMBERS && !NUMBER.matcher(value).matches()) {
                kind = Kind.TEXTS;
            }
            if (!tooMany && values.add(value)) {
                tooMany = values.size() > (kind == Kind.TEXTS ? MOST_CLASSES : MOST_INTEGERS);
            }
        }

        CsvColumn column() {
            boolean classes = !tooMany && kind != Kind.NUMBERS;
            return new CsvColumn(index, name, kind, missing, classes ? List.copyOf(values) : List.of());
        }
    }
}
