package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.FeatureScale;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.Network;
import org.backprop.model.Batching;
import org.backprop.model.Model;
import org.backprop.model.Shape;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.Signature;

/**
 * A network with the weights of a training, and what it takes: all that predicting needs.
 *
 * @param model the model
 * @param network its network, with the weights
 * @param signature its samples and classes
 */
public record PredictionTask(Model model, Network network, Signature signature) {
    /** Samples that are computed at once if the model trains on all at once. */
    private static final int LARGEST_BATCH = 256;

    /**
     * Of a task with its data and trained weights.
     *
     * @param base where the data paths of its model start
     * @throws DataException if the header of a table cannot be read
     */
    public static PredictionTask of(TrainingTask task, Path base) throws DataException {
        return new PredictionTask(task.model(), task.network(), Signatures.of(task, base));
    }

    /**
     * Reads a run: its folder alone if that has a {@code signature.json}, as this version writes one for each run; else with its
     * data.
     *
     * @param checkpoint best, last or a file of weights, see {@link CheckpointChoice#of}
     * @param data where the data paths of its model start; empty for the folder of the model file
     * @param kernels what computes
     * @param warning receives a line if other kernels must compute
     * @throws DataException if something of it is missing or does not fit
     */
    public static PredictionTask open(
            Path folder, String checkpoint, Optional<Path> data, KernelsChoice kernels, Consumer<String> warning)
            throws IOException, DataException, BackendException {
        RunFolder run = new RunFolder(folder);
        if (!Files.exists(run.signatureFile())) {
            TrainedRun trained = TrainedRun.open(folder, checkpoint, data, kernels, warning);
            return of(trained.task(), trained.base());
        }
        Signature signature = Signature.read(run.signatureFile());
        Model model = RunSource.model(run);
        Network network = compile(model, signature, Backends.open(Backends.NATIVE, kernels, warning), run);
        CheckpointChoice.of(run, checkpoint).load(run, network);
        return new PredictionTask(model, network, signature);
    }

    private static Network compile(Model model, Signature signature, Kernels kernels, RunFolder run)
            throws DataException {
        Shape sample = new Shape(signature.shape());
        List<Integer> given = model.network().input();
        Shape input = given.isEmpty() ? sample : new Shape(given);
        String misfit = "%s: a sample of the shape %s does not fit the network of the run"
                .formatted(run.signatureFile(), sample);
        if (input.size() != sample.size()) {
            throw new DataException(misfit);
        }
        try {
            return Network.compile(model, input, kernels, Batching.batchSize(model.training(), LARGEST_BATCH));
        } catch (IllegalArgumentException e) {
            throw new DataException(misfit + ": " + e.getMessage(), e);
        }
    }

    /** Shape of one sample, which the network may see in another. */
    public Shape shape() {
        return new Shape(signature.shape());
    }

    /** How its features are scaled. */
    public FeatureScale scale() {
        return new FeatureScale(signature.offset(), signature.scale());
    }
}
