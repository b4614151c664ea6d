package org.backprop.core.evaluation;

import java.nio.file.Path;

import org.backprop.runlog.evaluation.EvaluationFile;
import org.backprop.runlog.run.RunFolder;

/**
 * What is evaluated.
 *
 * @param run folder of the run
 * @param split train, validation or test
 * @param checkpoint best or last
 */
public record EvaluationChoice(Path run, String split, String checkpoint) {
    /** The result of the training. */
    public static final String BEST = "best";

    /** The last step that was saved. */
    public static final String LAST = "last";

    /** Where the evaluation is kept. */
    Path file() {
        return EvaluationFile.in(new RunFolder(run), split, checkpoint);
    }

    /** The file of weights. */
    Path weights() {
        String name = checkpoint.equals(LAST) ? "state.safetensors" : "weights.safetensors";
        return new RunFolder(run).checkpoints().resolve(name);
    }
}
