package org.backprop.engine;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

import org.backprop.engine.data.DataException;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.CheckpointChoice;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.run.PredictedSamples;
import org.backprop.engine.run.PredictionTask;
import org.backprop.engine.train.Predictions;

/**
 * A network that was trained, for predictions: what {@code backprop predict} computes with. Used by one thread at a time.
 * The memory of the network is freed with the object.
 */
public final class TrainedNetwork {
    private static final Logger LOG = System.getLogger(TrainedNetwork.class.getName());

    private final PredictionTask task;
    private final Predictions predictions;
    private final List<String> classes;
    private final List<String> outputs;

    private TrainedNetwork(PredictionTask task) {
        this.task = task;
        task.network().predictOnly();
        predictions = new Predictions(task.network(), task.model().training().loss());
        classes = predictions.classes(task.signature().classes());
        outputs = names(task.network().outputs(), classes);
    }

    private static List<String> names(int count, List<String> classes) {
        if (count == classes.size()) {
            return classes;
        }
        return count == 1 && classes.size() == 2
                ? classes.subList(1, 2)
                : IntStream.rangeClosed(1, count).mapToObj(i -> "output " + i).toList();
    }

    /**
     * Reads the folder of a run, with the weights that its training ended with: of the best epoch, an average or the last step,
     * as the model file said. It need not be where it was trained, and its data may be gone. Or reads a model file that names a
     * file of weights, as {@code prune} writes; its data must be there, because it tells the classes and how features are scaled.
     *
     * @param path the folder of the run, or the model file
     * @throws IOException if a file cannot be read
     * @throws DataException if something is missing or does not fit; the message says what
     * @throws BackendException if the native libraries of ND4J are missing
     */
    public static TrainedNetwork load(Path path) throws IOException, DataException, BackendException {
        return load(path, Optional.empty());
    }

    /**
     * The same for a model whose data is somewhere else now.
     *
     * @param data where the data paths of the model start
     */
    public static TrainedNetwork load(Path path, Path data) throws IOException, DataException, BackendException {
        return load(path, Optional.of(data));
    }

    private static TrainedNetwork load(Path path, Optional<Path> data)
            throws IOException, DataException, BackendException {
        return Files.isRegularFile(path)
                ? of(Models.weighted(path, data, TrainedNetwork::warn))
                : of(PredictionTask.open(
                        path, CheckpointChoice.BEST, data, KernelsChoice.NATIVE, TrainedNetwork::warn));
    }

    /** The network of a task, with the weights that it has; it can be trained no more. */
    public static TrainedNetwork of(PredictionTask task) {
        return new TrainedNetwork(task);
    }

    private static void warn(String message) {
        LOG.log(Level.WARNING, message);
    }

    /** Shape of one sample, such as [28, 28] for a picture or [4] for a row of a table. */
    public List<Integer> shape() {
        return task.signature().shape();
    }

    /** Names of the classes, numbers where the data has none; empty for a regression. */
    public List<String> classes() {
        return classes;
    }

    /** Names of the outputs. */
    public List<String> outputs() {
        return outputs;
    }

    /** Whether the outputs are probabilities. */
    public boolean areProbabilities() {
        return predictions.areProbabilities();
    }

    /**
     * Predicts one sample.
     *
     * @param sample its features as they are in the data, before they are scaled: row-major, in the {@link #shape}
     * @throws IllegalArgumentException if it has another number of values
     */
    public Prediction predict(float... sample) {
        int width = width();
        if (sample.length != width) {
            throw new IllegalArgumentException("the network takes %,d values, not %,d".formatted(width, sample.length));
        }
        float[] features = sample.clone();
        task.scale().apply(features, 0, width);
        return predictScaled(features).getFirst();
    }

    /**
     * Predicts the samples of a file: the rows of a table (.csv; columns that were no features in the training are left out),
     * an image (.png, .jpg), or a NumPy array (.npy, .npz).
     *
     * @throws DataException if it does not fit the network
     */
    public List<Prediction> predict(Path file) throws IOException, DataException {
        return predictScaled(PredictedSamples.read(file, task));
    }

    /**
     * Predicts samples that were scaled as those of the training set.
     *
     * @param features row-major, at least one sample
     */
    public List<Prediction> predictScaled(float[] features) {
        float[] values = predictions.of(features);
        List<Prediction> all = new ArrayList<>();
        for (int sample = 0; sample < values.length / outputs.size(); sample++) {
            Optional<String> label =
                    classes.isEmpty() ? Optional.empty() : Optional.of(classes.get(predictions.best(values, sample)));
            all.add(new Prediction(label, named(values, sample)));
        }
        return all;
    }

    private SequencedMap<String, Float> named(float[] values, int sample) {
        SequencedMap<String, Float> named = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            named.put(outputs.get(i), values[sample * outputs.size() + i]);
        }
        return named;
    }

    private int width() {
        return (int) task.shape().size();
    }
}
