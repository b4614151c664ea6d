package org.backprop.engine.data.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.model.CsvData;
import org.backprop.model.DataSection;

import de.siegmar.fastcsv.reader.CsvRecord;

/** The names that a table has for its features. */
public final class CsvHeader {
    private final Path file;
    private final CsvData spec;
    private List<String> names = List.of();

    private CsvHeader(Path file, CsvData spec) {
        this.file = file;
        this.spec = spec;
    }

    /**
     * The names of the features of a data section; empty if it is no table here, has no header, or texts are turned into several
     * features.
     *
     * @param folder where the path of the data starts
     * @throws DataException as {@link #features(Path, CsvData)}
     */
    public static List<String> features(DataSection data, Path folder) throws DataException {
        return data.source() instanceof CsvData csv && !csv.isRemote() && !data.oneHot()
                ? features(folder.resolve(csv.path()).normalize(), csv)
                : List.of();
    }

    /**
     * The names of the feature columns; empty if the file has no header.
     *
     * @throws DataException if the file cannot be read or its columns are not those of the spec
     */
    public static List<String> features(Path file, CsvData spec) throws DataException {
        CsvHeader header = new CsvHeader(file, spec);
        return spec.header() ? header.read() : List.of();
    }

    private List<String> read() throws DataException {
        CsvLoader.readFirst(file, this::take);
        return names;
    }

    private void take(CsvRecord row) throws DataException {
        List<String> all = row.getFields().stream().map(String::strip).toList();
        Columns columns = Columns.of(all, spec, file + ":" + row.getStartingLineNumber());
        names = IntStream.range(0, all.size())
                .filter(columns::isFeature)
                .mapToObj(all::get)
                .toList();
    }
}
