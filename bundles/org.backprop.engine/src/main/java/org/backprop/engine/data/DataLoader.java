package org.backprop.engine.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.backprop.engine.data.Splitter.Partition;
import org.backprop.engine.data.csv.CsvLoader;
import org.backprop.engine.data.digits.DigitsGenerator;
import org.backprop.engine.data.idx.IdxLoader;
import org.backprop.model.CsvData;
import org.backprop.model.DataSection;
import org.backprop.model.DigitsData;
import org.backprop.model.IdxData;
import org.backprop.model.Split;

/** Loads what the {@code data} section of a model file describes. */
public final class DataLoader {

    private DataLoader() {}

    /**
     * Loads and divides the samples.
     *
     * @param folder the model file's folder, which the section's paths are relative to
     * @param classification whether the samples get labels, else targets
     * @throws DataException if a file is missing or malformed, or the samples do not suffice for the split
     * @throws java.util.concurrent.CancellationException if {@code progress} is canceled
     */
    public static Splits load(DataSection section, Path folder, boolean classification, Progress progress)
            throws DataException {
        Split split = section.split();
        return switch (section.source()) {
            case CsvData csv -> {
                Path file = resolve(folder, csv.path());
                yield Splitter.split(CsvLoader.load(file, csv, classification, progress), split, file.toString());
            }
            case IdxData idx -> IdxLoader.load(resolve(folder, idx.path()), split, classification, progress);
            case DigitsData digits -> generate(digits, split, classification, progress);
        };
    }

    private static Splits generate(DigitsData digits, Split split, boolean classification, Progress progress)
            throws DataException {
        int[] labels =
                IntStream.range(0, digits.samples()).map(DigitsGenerator::label).toArray();
        Partition parts = Splitter.partition(split, digits.samples(), classification ? labels : null, "digits");
        DigitsGenerator generator = new DigitsGenerator(digits.seed());
        return new Splits(
                generator.generate(parts.train(), classification, progress),
                generator.generate(parts.validation(), classification, progress),
                generator.generate(parts.test(), classification, progress));
    }

    private static Path resolve(Path folder, String path) throws DataException {
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new DataException("\"%s\" is not a path on this system: %s".formatted(path, e.getReason()), e);
        }
    }
}
