package org.backprop.engine.data.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Features;
import org.backprop.engine.data.FloatList;
import org.backprop.engine.data.FloatStore;
import org.backprop.model.CsvData;
import org.backprop.model.Shape;

import de.siegmar.fastcsv.reader.CsvRecord;

/** Gathers the rows of one file, checking each. */
final class Rows {

    private final Path file;
    private final CsvData spec;
    private final boolean classification;
    private final FloatStore features;
    private final FloatList targets = new FloatList(0);
    private final FloatList scores = new FloatList(0);
    private final List<String> labels = new ArrayList<>();
    private final TextColumns texts;
    private Columns columns;
    private int count;

    /**
     * No rows yet.
     *
     * @param texts the feature columns that hold texts
     * @param features takes the features
     */
    Rows(Path file, CsvData spec, boolean classification, TextColumns texts, FloatStore features) {
        this.features = features;
        this.texts = texts;
        this.file = file;
        this.spec = spec;
        this.classification = classification;
    }

    /** The next row of the file; the first may be the header. */
    void add(CsvRecord row) throws DataException {
        if (columns == null) {
            columns = Columns.of(names(row), spec, place(row));
            if (spec.header()) {
                return;
            }
        }
        int expected = columns.names().size();
        if (row.getFieldCount() != expected) {
            throw new DataException(
                    "%s: the row has %,d fields, the first row has %,d; a value that contains the separator must be quoted"
                            .formatted(place(row), row.getFieldCount(), expected));
        }
        boolean wanted = features.wants(count++);
        for (int i = 0; i < expected; i++) {
            if (wanted && columns.isFeature(i)) {
                features.add(texts.has(i) ? texts.code(i, text(row, i)) : number(row, i), file.toString());
            }
        }
        if (columns.score() >= 0) {
            scores.add(number(row, columns.score()), file.toString());
        }
        addTarget(row);
    }

    /** All samples so far. */
    Dataset toDataset() throws DataException {
        if (labels.isEmpty() && targets.size() == 0) {
            throw new DataException("%s: there is no sample in the file%s"
                    .formatted(
                            file, columns == null ? "" : ", only a header; if line 1 is a sample, set header: false"));
        }
        Shape shape = Shape.of(columns.features());
        Features rows = features.features(columns.features());
        float[] known = columns.score() < 0 ? null : scores.toArray();
        if (!classification) {
            return new Dataset(shape, rows, null, targets.toArray(), List.of(), known);
        }
        ClassLabels found = ClassLabels.of(labels);
        return new Dataset(shape, rows, found.labels(), null, found.classes(), known);
    }

    /** The columns of the file; null before the first row. */
    Columns columns() {
        return columns;
    }

    private void addTarget(CsvRecord row) throws DataException {
        if (!classification) {
            for (int target : columns.targets()) {
                targets.add(number(row, target), file.toString());
            }
            return;
        }
        int target = columns.targets().getFirst();
        String label = row.getField(target).strip();
        if (label.isEmpty()) {
            throw wrong(row, target, "the class is missing; fill it in or remove the row");
        }
        labels.add(label);
    }

    private String text(CsvRecord row, int column) throws DataException {
        String text = row.getField(column).strip();
        if (text.isEmpty()) {
            throw wrong(row, column, "the value is missing; fill it in or remove the row");
        }
        return text;
    }

    private float number(CsvRecord row, int column) throws DataException {
        String text = text(row, column);
        float value = Numbers.parse(text);
        if (Float.isNaN(value)) {
            throw wrong(
                    row,
                    column,
                    "\"%s\" is not a number; correct it, or remove the row or column%s"
                            .formatted(
                                    abridged(text),
                                    columns.isFeature(column) ? "; for texts set data.normalize: one_hot" : ""));
        }
        if (Float.isInfinite(value)) {
            throw wrong(row, column, "%s is too large for a 32-bit float; scale the column".formatted(abridged(text)));
        }
        return value;
    }

    private DataException wrong(CsvRecord row, int column, String message) {
        return new DataException(
                "%s: column \"%s\": %s".formatted(place(row), columns.names().get(column), message));
    }

    private List<String> names(CsvRecord row) {
        return spec.header()
                ? row.getFields().stream().map(String::strip).toList()
                : IntStream.range(0, row.getFieldCount())
                        .mapToObj(Integer::toString)
                        .toList();
    }

    private String place(CsvRecord row) {
        return "%s:%d".formatted(file, row.getStartingLineNumber());
    }

    private static String abridged(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
