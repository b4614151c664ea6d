package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * Samples from a comma-separated text file (RFC 4180, UTF-8), one sample a line. Every column but the targets
 * and the score is a numeric feature.
 *
 * @param path the file, relative to the model file's folder
 * @param target column to predict: its name if there is a header, else its 0-based index, where negative counts from
 *     the end; by default {@code -1}, the last column. Several columns are several numbers to predict
 * @param header whether the first line names the columns
 * @param score a numeric column that is no feature, for {@code training.order}; none by default
 */
@SpecType(
        key = "csv",
        doc = "A comma-separated text file: one sample a line, numeric feature columns and a target column.",
        source = "RFC 4180")
public record CsvData(
        @SpecParameter(
                doc = "The file, relative to the folder of the model file. On Spark also hdfs://... and the like.",
                main = true)
        String path,

        @SpecParameter(
                doc =
                        "The column to predict: a name, or a 0-based index (negative counts from the end). A list of columns for several numbers.",
                byDefault = "-1")
        List<String> target,

        @SpecParameter(doc = "Whether the first line names the columns.", byDefault = "true")
        boolean header,

        @SpecParameter(
                doc =
                        "A column of numbers that is no feature: how difficult a sample is, or its weight, for training.order.",
                byDefault = "")
        Optional<String> score)
        implements FileData {

    /** Copies the list. */
    public CsvData {
        target = List.copyOf(target);
    }

    /** A file without scores. */
    public CsvData(String path, String target, boolean header) {
        this(path, List.of(target), header, Optional.empty());
    }
}
