package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.csv.CsvHeader;

/**
 * A run with its data, and its network with weights of the training.
 *
 * @param source the run
 * @param base where the data paths of its model start
 * @param task its data and network
 * @param checkpoint the weights
 */
public record TrainedRun(RunSource source, Path base, TrainingTask task, CheckpointChoice checkpoint) {

    /**
     * Reads a run.
     *
     * @param checkpoint best, last or a file of weights, see {@link CheckpointChoice#of}
     * @param data where the data paths of its model start; empty for the folder of the model file
     * @param kernels what computes
     * @param warning receives a line if other kernels must compute
     * @throws DataException if something of it is missing or does not fit; its data must be there, because it tells the
     *     classes and how features are scaled
     */
    public static TrainedRun open(
            Path folder, String checkpoint, Optional<Path> data, KernelsChoice kernels, Consumer<String> warning)
            throws IOException, DataException, BackendException {
        requireFolder(folder);
        RunSource source = RunSource.read(folder, Map.of());
        CheckpointChoice choice = CheckpointChoice.of(source.folder(), checkpoint);
        Path base = data.orElse(source.base());
        TrainingTask task = TrainingTask.prepare(
                source.model(), base, Backends.open(Backends.NATIVE, kernels, warning), Progress.NONE);
        choice.load(source.folder(), task.network());
        return new TrainedRun(source, base, task, choice);
    }

    /** The names of the features of a table; empty if they have none, or texts were turned into several features. */
    public List<String> columns() throws DataException {
        return CsvHeader.features(task.model().data(), base);
    }

    /** The set to measure on: that for validation, or what there is. */
    public DataSet evaluated() {
        return List.of(DataSet.VALIDATION, DataSet.TEST, DataSet.TRAIN).stream()
                .filter(set -> set.of(task.splits()).count() > 0)
                .findFirst()
                .orElseThrow();
    }

    /** Checks that a folder is there. */
    public static void requireFolder(Path folder) throws DataException {
        if (!Files.isDirectory(folder)) {
            throw new DataException(folder + ": no such folder; name the folder of a run");
        }
    }
}
