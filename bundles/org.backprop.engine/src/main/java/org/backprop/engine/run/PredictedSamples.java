package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.FeatureScale;
import org.backprop.engine.data.csv.CsvSamples;
import org.backprop.engine.data.images.ImageSample;
import org.backprop.engine.data.npz.NpySamples;
import org.backprop.model.CsvData;
import org.backprop.model.DataSpec;
import org.backprop.model.NpzData;
import org.backprop.model.Shape;

/** Reads the samples to predict, in the form that the network was trained on. */
public final class PredictedSamples {
    private static final String FEATURES = "x";

    private PredictedSamples() {}

    /**
     * The features, scaled as those of the training set.
     *
     * @param file rows of a CSV file, an image, or a NumPy array
     * @return row-major
     * @throws DataException if the file is missing, of a kind that is not known, or does not fit the network
     */
    public static float[] read(Path file, PredictionTask task) throws DataException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new DataException(file + ": no such file; name a CSV file, an image, or a NumPy array");
        }
        Shape shape = task.shape();
        float[] features = raw(file, task.model().data().source(), shape);
        FeatureScale scale = task.scale();
        int width = (int) shape.size();
        for (int from = 0; from < features.length; from += width) {
            scale.apply(features, from, width);
        }
        return features;
    }

    private static float[] raw(Path file, DataSpec source, Shape shape) throws DataException, IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String type = name.substring(name.lastIndexOf('.') + 1);
        int width = (int) shape.size();
        return switch (type) {
            case "csv", "tsv", "txt" ->
                CsvSamples.read(file, source instanceof CsvData csv ? Optional.of(csv) : Optional.empty(), width);
            case "png", "jpg", "jpeg" -> ImageSample.read(file, shape);
            case "npy" -> NpySamples.read(file, width);
            case "npz" -> NpySamples.read(file, source instanceof NpzData npz ? npz.features() : FEATURES, width);
            default ->
                throw new DataException(
                        file + ": the kind of file is not known by its name; use .csv, .png, .jpg, .npy or .npz");
        };
    }
}
