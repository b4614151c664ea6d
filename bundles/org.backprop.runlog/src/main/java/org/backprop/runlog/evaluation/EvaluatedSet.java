package org.backprop.runlog.evaluation;

import java.util.List;

/**
 * What was evaluated.
 *
 * @param split train, validation or test
 * @param checkpoint best, last, or the name of a file of weights
 * @param modified when the file of weights was written, in milliseconds since 1970
 * @param total number of samples of the set; a record of a large set holds fewer, evenly spaced
 * @param outputs number of outputs of the network, at least 1
 * @param probabilities whether outputs are probabilities: one for each class, or with one output that of the second of
 *     two classes
 * @param classes names of the classes; empty for a regression
 */
public record EvaluatedSet(
        String split,
        String checkpoint,
        long modified,
        int total,
        int outputs,
        boolean probabilities,
        List<String> classes) {

    /** Copies the list. */
    public EvaluatedSet {
        classes = List.copyOf(classes);
    }

    /** Whether each sample is of one class, else a number is predicted by each output. */
    public boolean classifies() {
        return !classes.isEmpty();
    }
}
