package org.backprop.engine.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.DataLoader;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.Shard;
import org.backprop.engine.data.Splits;
import org.backprop.engine.data.augmentation.Augmenter;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.Network;
import org.backprop.engine.network.NetworkMemory;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingBytes;
import org.backprop.model.Batching;
import org.backprop.model.EmbeddingLayer;
import org.backprop.model.Layer;
import org.backprop.model.MinimizerSpec;
import org.backprop.model.Model;
import org.backprop.model.Shape;

/**
 * A model with its data loaded and its network compiled: what training and evaluating have in common.
 *
 * @param model the model
 * @param splits its data
 * @param network its network, with initial weights
 */
public record TrainingTask(Model model, Splits splits, Network network) {

    /**
     * Loads the data and compiles the network.
     *
     * @param folder where the paths in the model start
     * @throws DataException if the data cannot be read or does not fit the network
     * @throws BackendException if the training needs more memory than there is
     */
    public static TrainingTask prepare(Model model, Path folder, Kernels kernels, Progress progress)
            throws DataException, BackendException {
        Optional<MemoryEstimate> forecast = MemoryForecast.of(model, folder);
        if (forecast.isPresent()) {
            forecast.get().checkHeap(Runtime.getRuntime().maxMemory());
        }
        Splits splits = load(model, folder, progress);
        Dataset training = splits.train();
        int batch = Batching.batchSize(model.training(), training.count());
        Shape input = input(model, training);
        NetworkMemory memory = NetworkMemory.of(model, input, batch);
        checkParameters(model, parameters(memory));
        estimate(memory, model, batch, splits).check(MemoryEstimate.available());
        Network network = Network.compile(model, input, kernels, batch);
        return new TrainingTask(model, EarlierRun.score(model, splits, network, folder), network);
    }

    /**
     * Loads the data of a model.
     *
     * @param folder where the paths in the model start
     * @throws DataException if the data cannot be read, or holds numbers that the network cannot look up
     */
    public static Splits load(Model model, Path folder, Progress progress) throws DataException {
        OptionalInt indices = model.network().layers().stream()
                .map(Layer::spec)
                .filter(EmbeddingLayer.class::isInstance)
                .mapToInt(spec -> ((EmbeddingLayer) spec).numEmbeddings())
                .min();
        return DataLoader.load(model.data(), folder, classifies(model), indices, progress);
    }

    /**
     * Loads the training set of a model whose data lies elsewhere, with the features of a shard alone.
     *
     * @throws DataException as {@link #load}
     */
    static Splits loadShard(Model model, Path folder, Shard shard) throws DataException {
        return DataLoader.loadShard(model.data(), folder, classifies(model), shard);
    }

    /**
     * A trainer for the task; an empty validation set is left out.
     *
     * @throws DataException if the data does not fit the network
     */
    public Trainer trainer() throws DataException {
        Optional<Dataset> validation = Optional.of(splits.validation()).filter(data -> data.count() > 0);
        try {
            return new Trainer(
                    network,
                    model.training(),
                    splits.train(),
                    validation,
                    Augmenter.of(
                            model.data().augmentation(),
                            splits,
                            model.training().seed()));
        } catch (IllegalArgumentException e) {
            throw new DataException(e.getMessage(), e);
        }
    }

    /** Shape of one sample of the network's input. */
    public Shape input() {
        List<Integer> given = model.network().input();
        return given.isEmpty() ? splits.train().shape() : new Shape(given);
    }

    /** The memory that training it needs. */
    public MemoryEstimate memory() {
        return estimate(network.allocated(), model, network.maxBatch(), splits);
    }

    private static MemoryEstimate estimate(NetworkMemory network, Model model, int batch, Splits splits) {
        return MemoryEstimate.of(network, TrainingBytes.of(model.training(), network), batch, splits);
    }

    private static long parameters(NetworkMemory network) {
        return network.parameters() / Float.BYTES;
    }

    private static void checkParameters(Model model, long parameters) throws DataException {
        Optional<String> refusal = model.training().optimizer() instanceof MinimizerSpec minimizer
                ? minimizer.tooMany(parameters)
                : Optional.empty();
        if (refusal.isPresent()) {
            throw new DataException(refusal.get());
        }
    }

    /** Whether the samples get class labels, else numbers: several outputs are those of classes, whatever the loss. */
    public static boolean classifies(Model model) {
        return !model.data().predictsNumbers() && classes(model);
    }

    private static boolean classes(Model model) {
        boolean known = !model.network().input().isEmpty();
        return model.training().loss().classifies()
                || known && Network.outputs(model, new Shape(model.network().input())) > 1;
    }

    private static Shape input(Model model, Dataset data) throws DataException {
        if (model.network().input().isEmpty()) {
            return data.shape();
        }
        Shape input = new Shape(model.network().input());
        if (input.size() != data.shape().size()) {
            throw new DataException(
                    "network.input is %s, %d values, but a sample of the data has the shape %s, %d values"
                            .formatted(
                                    input,
                                    input.size(),
                                    data.shape(),
                                    data.shape().size()));
        }
        return input;
    }
}
