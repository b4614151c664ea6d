package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.run.Checkpoints;
import org.backprop.runlog.run.RunFolder;

/**
 * Which weights of a run are meant.
 *
 * @param name best, last, or the name of a file
 * @param file where they are
 */
record CheckpointChoice(String name, Path file) {
    /** The result of the training: the best epoch's weights or an average, where the model asks for that, else the last. */
    static final String BEST = "best";

    /** Those of the last step that was saved. */
    static final String LAST = "last";

    /**
     * Finds the weights.
     *
     * @param text best, last, or a safetensors file: its path, or its name in the folder {@code checkpoints} of the run
     */
    static CheckpointChoice of(RunFolder run, String text) throws InputException {
        Checkpoints checkpoints = new Checkpoints(run);
        return switch (text) {
            case BEST -> new CheckpointChoice(BEST, TrainedRun.weightsFile(run));
            case LAST -> new CheckpointChoice(LAST, existing(checkpoints.stateFile(), run));
            default -> {
                Path own = run.checkpoints().resolve(text);
                Path file = Files.isRegularFile(own) ? own : Path.of(text);
                if (!Files.isRegularFile(file)) {
                    throw new InputException(
                            text + ": no such file; --checkpoint takes best, last or a safetensors file");
                }
                yield new CheckpointChoice(file.getFileName().toString(), file);
            }
        };
    }

    private static Path existing(Path file, RunFolder run) throws InputException {
        if (!Files.exists(file)) {
            throw new InputException(run.path() + ": the run has no weights, it ended before its first checkpoint");
        }
        return file;
    }

    /** Reads the parameters and statistics of the network. */
    List<NamedTensor> read(RunFolder run) throws IOException {
        return name.equals(LAST) ? new Checkpoints(run).load().parameters() : Checkpoints.readWeights(file);
    }
}
