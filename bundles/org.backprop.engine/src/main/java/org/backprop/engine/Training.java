package org.backprop.engine;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.engine.data.DataException;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.Compute;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.run.Remarks;
import org.backprop.engine.run.Session;
import org.backprop.engine.run.TrainingRun;
import org.backprop.engine.train.DivergedException;
import org.backprop.engine.train.EpochResult;
import org.backprop.engine.train.TrainingListener;
import org.backprop.model.Model;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunFolder;

/**
 * Trains a model file and records the run, as {@code backprop train} does: same file, same seed, same numbers. The run
 * folder can be followed in the IDE and in TensorBoard while it is written.
 */
public final class Training {
    private final Path file;
    private final Map<String, String> overrides = new LinkedHashMap<>();
    private Path runs = Path.of("runs");
    private Optional<Path> data = Optional.empty();
    private Consumer<EpochResult> listener = epoch -> {};

    private Training(Path file) {
        this.file = file;
    }

    /** A training of a model file ({@code *.nn.yaml}). */
    public static Training of(Path modelFile) {
        return new Training(modelFile);
    }

    /**
     * Overrides a key of the model file.
     *
     * @param key a path such as {@code training.epochs} or {@code training.optimizer.adam.learning_rate}
     * @param value as it would stand in the file
     */
    public Training set(String key, Object value) {
        overrides.put(key, value.toString());
        return this;
    }

    /** Where the data paths of the model start. Default: the folder of the model file. */
    public Training data(Path folder) {
        data = Optional.of(folder);
        return this;
    }

    /** The folder for the folder of the run. Default: {@code runs} in the current one. */
    public Training runs(Path folder) {
        runs = folder;
        return this;
    }

    /** Follows the training: receives each epoch when it is done, in the thread that trains. */
    public Training onEpoch(Consumer<EpochResult> receiver) {
        listener = receiver;
        return this;
    }

    /**
     * Trains to the end; this takes as long as it takes.
     *
     * @return the folder of the run, for {@link TrainedNetwork#load}
     * @throws IOException if a file cannot be read or the run not be written
     * @throws DataException if the model has errors (all of them, with file, line and column) or the data cannot be used
     * @throws BackendException if the native libraries of ND4J are missing, or the memory does not suffice
     * @throws DivergedException if the loss is no longer finite; the run says so too
     */
    public Path run() throws IOException, DataException, BackendException {
        Model model = Models.read(file, overrides);
        Path path = file.toAbsolutePath().normalize();
        Session.Prepared prepared = new Session(new Processor(), data, List.of(), new Logged())
                .start(
                        ModelSource.of(path.toString(), Files.readString(path)),
                        model,
                        path.getParent(),
                        new Session.Destination(
                                model.name(), () -> RunFolder.create(runs, model.name()), Optional.empty()));
        try (TrainingRun run = prepared.run()) {
            train(run);
            return run.folder().path();
        }
    }

    private void train(TrainingRun run) throws IOException {
        try {
            run.run(new TrainingListener() {
                @Override
                public void onEpoch(EpochResult epoch) {
                    listener.accept(epoch);
                }
            });
        } catch (RuntimeException | IOException e) {
            run.fail(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** All threads of the processor. */
    private record Processor() implements Compute {
        @Override
        public String backend() {
            return Backends.NATIVE;
        }

        @Override
        public Kernels open(Remarks remarks) throws BackendException {
            return Backends.open(backend(), KernelsChoice.NATIVE, remarks::warn);
        }
    }

    /** Remarks to the log of the platform. */
    private record Logged() implements Remarks {
        private static final Logger LOG = System.getLogger(Training.class.getName());

        @Override
        public void tell(String message) {
            LOG.log(Level.DEBUG, message);
        }

        @Override
        public void warn(String message) {
            LOG.log(Level.WARNING, message);
        }
    }
}
