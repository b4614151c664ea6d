package org.backprop.engine.run;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Shard;
import org.backprop.engine.data.Splits;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.kernels.View;
import org.backprop.engine.network.Network;
import org.backprop.engine.train.PartWorker;
import org.backprop.model.Analysis;
import org.backprop.model.Batching;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.ModelWriter;
import org.backprop.model.Problem;
import org.backprop.model.Shape;
import org.backprop.model.TrainingSection;

import com.google.gson.Gson;

/**
 * What another machine needs to compute gradients for a training: its complete configuration, and where its data lies.
 *
 * @param name of the model
 * @param model complete configuration as JSON
 * @param folder where the paths in the model start; there, too
 * @param kernels the kernels to compute with
 * @param batch samples of a whole batch
 * @param frozen the frozen parameters, which are not sent with each step
 */
public record PartTask(String name, String model, String folder, KernelsChoice kernels, int batch, float[] frozen)
        implements Serializable {

    private static final float[] NONE = {};

    /** A training that is prepared here, with its weights loaded. */
    public static PartTask of(TrainingTask task, Path folder, KernelsChoice kernels) {
        Network network = task.network();
        return new PartTask(
                task.model().name(),
                new Gson().toJson(ModelWriter.resolved(task.model())),
                folder.toAbsolutePath().normalize().toString(),
                kernels,
                network.maxBatch(),
                network.frozenVector().map(View::toArray).orElse(NONE));
    }

    /**
     * Reads the model and loads its data, on the other machine.
     *
     * @param shard the part of the training set that is read; empty for all of it
     * @throws DataException if the data is not there or cannot be read
     */
    public Loaded load(Optional<Shard> shard) throws DataException {
        Path base = Path.of(folder);
        Analysis analysis = ModelReader.read(name, base, model, Map.of());
        Model read = analysis.model()
                .orElseThrow(() -> new DataException(
                        analysis.problems().stream().map(Problem::message).collect(Collectors.joining("; "))));
        Splits splits = shard.isPresent()
                ? TrainingTask.loadShard(read, base, shard.get())
                : TrainingTask.load(read, base, Progress.NONE);
        return new Loaded(read, splits);
    }

    /**
     * A model with its data.
     *
     * @param model the model
     * @param splits its data
     */
    public record Loaded(Model model, Splits splits) {

        /**
         * A worker with memory of its own.
         *
         * @param rows most samples of a part
         * @param frozen the frozen parameters
         */
        public PartWorker open(Kernels kernels, int rows, float[] frozen) throws DataException {
            Shape input = new TrainingTask(model, splits, null).input();
            Network network = Network.compile(model, input, kernels, rows);
            network.frozenVector().ifPresent(view -> view.set(frozen));
            TrainingSection settings = model.training();
            try {
                return new PartWorker(
                        network,
                        settings,
                        splits.train(),
                        Augmenter.of(model.data().augmentation(), splits, settings.seed()),
                        Batching.of(settings, splits.train().count()).stepsPerEpoch());
            } catch (IllegalArgumentException e) {
                throw new DataException(e.getMessage(), e);
            }
        }
    }
}
