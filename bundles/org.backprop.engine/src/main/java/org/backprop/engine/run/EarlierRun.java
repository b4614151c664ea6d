package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Splits;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.train.SampleLosses;
import org.backprop.model.CurriculumOrder;
import org.backprop.model.Model;
import org.backprop.runlog.run.RunFolder;

/** Scores training samples by their losses with the weights of an earlier run, where the order of the samples asks for it. */
final class EarlierRun {

    private EarlierRun() {}

    /**
     * The samples with their scores; the network is afterwards as it was.
     *
     * @param folder where the paths in the model start
     * @throws DataException if the weights cannot be read, or do not fit the network
     */
    static Splits score(Model model, Splits splits, Network network, Path folder) throws DataException {
        if (!(model.training().sampleOrder() instanceof CurriculumOrder order)
                || order.run().isEmpty()) {
            return splits;
        }
        String run = order.run().get();
        try {
            Path path = folder.resolve(run);
            Path weights = Files.isDirectory(path) ? new Checkpoints(new RunFolder(path)).weightsFile() : path;
            List<NamedTensor> before = network.state();
            network.load(Checkpoints.readWeights(weights));
            float[] scores = SampleLosses.of(network, splits.train());
            network.restore(before);
            return new Splits(
                    splits.train().withScores(scores),
                    splits.validation(),
                    splits.test(),
                    splits.scale(),
                    splits.warnings(),
                    splits.repeats());
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new DataException(
                    "training.order.curriculum.run: there is no weights file at \"%s\"; name the folder of a run, or a safetensors file"
                            .formatted(run),
                    e);
        } catch (IOException e) {
            throw new DataException(
                    "training.order.curriculum.run: \"%s\" cannot be read: %s".formatted(run, e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new DataException("training.order.curriculum.run: \"%s\": %s".formatted(run, e.getMessage()), e);
        }
    }
}
