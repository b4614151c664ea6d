package org.backprop.model;

/**
 * Samples from a comma-separated text file (RFC 4180, UTF-8), one sample a line. Every column but the target is a
 * numeric feature.
 *
 * @param path the file, relative to the model file's folder
 * @param target column to predict: its name if there is a header, else its 0-based index, where negative counts from
 *     the end; by default {@code -1}, the last column
 * @param header whether the first line names the columns
 */
@SpecType(
        key = "csv",
        doc = "A comma-separated text file: one sample a line, numeric feature columns and a target column.",
        source = "RFC 4180")
public record CsvData(
        @SpecParameter(doc = "The file, relative to the folder of the model file.", main = true)
        String path,

        @SpecParameter(
                doc = "The column to predict: a name, or a 0-based index (negative counts from the end).",
                byDefault = "-1")
        String target,

        @SpecParameter(doc = "Whether the first line names the columns.", byDefault = "true")
        boolean header)
        implements FileData {}
