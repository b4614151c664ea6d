package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.csv.CsvHeader;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Checkpoints;
import org.backprop.engine.run.RunSource;
import org.backprop.engine.run.TrainingTask;
import org.backprop.model.CsvData;
import org.backprop.runlog.run.RunFolder;

/**
 * A run with its data, and its network with weights of the training.
 *
 * @param source the run
 * @param base where the data paths of its model start
 * @param task its data and network
 * @param checkpoint the weights
 */
record TrainedRun(RunSource source, Path base, TrainingTask task, CheckpointChoice checkpoint) {

    /** Reads a run; the exception says what of it is missing or does not fit. */
    static TrainedRun open(Path folder, RunOptions options)
            throws IOException, DataException, BackendException, InputException {
        return open(folder, options, CheckpointChoice.BEST);
    }

    /** As above, with the weights of a {@linkplain CheckpointChoice#of checkpoint}. */
    static TrainedRun open(Path folder, RunOptions options, String checkpoint)
            throws IOException, DataException, BackendException, InputException {
        RunSource source = source(folder);
        CheckpointChoice choice = CheckpointChoice.of(source.folder(), checkpoint);
        List<NamedTensor> weights = choice.read(source.folder());
        Path base = options.base(source.base());
        TrainingTask task = TrainingTask.prepare(source.model(), base, options.open(), Progress.NONE);
        load(choice.file(), weights, task.network());
        return new TrainedRun(source, base, task, choice);
    }

    /** The names of the features of a table; empty if they have none, or texts were turned into several features. */
    List<String> columns() throws DataException {
        return task.model().data().source() instanceof CsvData csv
                        && !task.model().data().oneHot()
                ? CsvHeader.features(base.resolve(csv.path()).normalize(), csv)
                : List.of();
    }

    /** The set to measure on: that for validation, or what there is. */
    DataSet evaluated() {
        return List.of(DataSet.VALIDATION, DataSet.TEST, DataSet.TRAIN).stream()
                .filter(set -> set.of(task.splits()).count() > 0)
                .findFirst()
                .orElseThrow();
    }

    /** Reads what a run was. */
    private static RunSource source(Path folder) throws IOException, DataException, InputException {
        requireFolder(folder);
        return RunSource.read(folder, Map.of());
    }

    /** Checks that a folder is there. */
    static void requireFolder(Path folder) throws InputException {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": no such folder; name the folder of a run");
        }
    }

    /** The file with the weights of a run. */
    static Path weightsFile(RunFolder run) throws InputException {
        Path file = new Checkpoints(run).weightsFile();
        if (!Files.exists(file)) {
            throw new InputException(run.path() + ": the run has no weights, it ended before its first checkpoint");
        }
        return file;
    }

    /** Sets the weights of the network of a run. */
    private static void load(Path file, List<NamedTensor> weights, Network network) throws InputException {
        try {
            network.load(weights);
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ": the weights do not fit the network of the run: " + e.getMessage(), e);
        }
    }
}
