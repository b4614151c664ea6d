package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.engine.data.DataException;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.runlog.run.RunFolder;

/**
 * Which weights of a run are meant.
 *
 * @param name best, last, or the name of a file
 * @param file where they are
 */
public record CheckpointChoice(String name, Path file) {
    /** The result of the training: the best epoch's weights or an average, where the model asks for that, else the last. */
    public static final String BEST = "best";

    /** Those of the last step that was saved. */
    public static final String LAST = "last";

    /**
     * Finds the weights.
     *
     * @param text best, last, or a safetensors file: its path, or its name in the folder {@code checkpoints} of the run
     * @throws DataException if there is no such file
     */
    public static CheckpointChoice of(RunFolder run, String text) throws DataException {
        Checkpoints checkpoints = new Checkpoints(run);
        return switch (text) {
            case BEST -> new CheckpointChoice(BEST, existing(checkpoints.weightsFile(), run));
            case LAST -> new CheckpointChoice(LAST, existing(checkpoints.stateFile(), run));
            default -> {
                Path own = run.checkpoints().resolve(text);
                Path file = Files.isRegularFile(own) ? own : Path.of(text);
                if (!Files.isRegularFile(file)) {
                    throw new DataException(
                            text + ": no such file; --checkpoint takes best, last or a safetensors file");
                }
                yield new CheckpointChoice(file.getFileName().toString(), file);
            }
        };
    }

    private static Path existing(Path file, RunFolder run) throws DataException {
        if (!Files.exists(file)) {
            throw new DataException(run.path() + ": the run has no weights, it ended before its first checkpoint");
        }
        return file;
    }

    /** Reads the parameters and statistics of the network. */
    public List<NamedTensor> read(RunFolder run) throws IOException {
        return name.equals(LAST) ? new Checkpoints(run).load().parameters() : Checkpoints.readWeights(file);
    }

    /**
     * Sets the parameters and statistics of the network of a run.
     *
     * @throws DataException if they are not of this network
     */
    void load(RunFolder run, Network network) throws IOException, DataException {
        List<NamedTensor> weights = read(run);
        try {
            network.load(weights);
        } catch (IllegalArgumentException e) {
            throw new DataException(file + ": the weights do not fit the network of the run: " + e.getMessage(), e);
        }
    }
}
