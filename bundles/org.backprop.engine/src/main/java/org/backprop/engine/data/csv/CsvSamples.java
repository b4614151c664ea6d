package org.backprop.engine.data.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.FloatList;
import org.backprop.engine.data.Progress;
import org.backprop.model.CsvData;

import de.siegmar.fastcsv.reader.CsvRecord;

/** Features without targets, from a text file with one sample a line; the first line may be a header. */
public final class CsvSamples {

    private final Path file;
    private final Optional<CsvData> trained;
    private final int width;
    private final FloatList features = new FloatList(0);
    private int[] columns;
    private int fields;

    private CsvSamples(Path file, Optional<CsvData> trained, int width) {
        this.file = file;
        this.trained = trained;
        this.width = width;
    }

    /**
     * Reads all rows.
     *
     * @param trained how the file of the training was read, if it was such a file: columns that were no features in it are left
     *     out if the file has them
     * @param width number of features of a sample
     * @throws DataException if the file is missing or malformed, or has other columns; the message has line and column
     */
    public static float[] read(Path file, Optional<CsvData> trained, int width) throws DataException {
        CsvSamples samples = new CsvSamples(file, trained, width);
        CsvLoader.read(file, samples::add, Progress.NONE);
        if (samples.features.size() == 0) {
            throw new DataException(file + ": there is no sample in the file");
        }
        return samples.features.toArray();
    }

    private void add(CsvRecord row) throws DataException {
        if (columns == null) {
            boolean header = row.getFields().stream().anyMatch(field -> Float.isNaN(Numbers.parse(field.strip())));
            columns = columns(row, header);
            fields = row.getFieldCount();
            if (header) {
                return;
            }
        }
        if (row.getFieldCount() != fields) {
            throw new DataException("%s: the row has %,d fields, the first row has %,d"
                    .formatted(place(row), row.getFieldCount(), fields));
        }
        for (int column : columns) {
            String text = row.getField(column).strip();
            float value = Numbers.parse(text);
            if (!Float.isFinite(value)) {
                throw new DataException(
                        "%s: column %d: \"%s\" is not a number".formatted(place(row), column + 1, text));
            }
            features.add(value, file.toString());
        }
    }

    private int[] columns(CsvRecord row, boolean header) throws DataException {
        int count = row.getFieldCount();
        if (count == width) {
            return IntStream.range(0, count).toArray();
        }
        if (trained.isPresent()) {
            List<String> names = row.getFields().stream().map(String::strip).toList();
            CsvData like = new CsvData(
                    file.toString(),
                    trained.get().target(),
                    header,
                    trained.get().score());
            Columns found = Columns.of(names, like, place(row));
            if (found.features() == width) {
                return IntStream.range(0, count).filter(found::isFeature).toArray();
            }
        }
        throw new DataException(
                "%s: the row has %,d fields, but the network takes %,d features".formatted(place(row), count, width));
    }

    private String place(CsvRecord row) {
        return "%s:%d".formatted(file, row.getStartingLineNumber());
    }
}
