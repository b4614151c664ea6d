package org.backprop.model;

import java.util.List;
import java.util.Optional;

import org.backprop.model.data.DataInfo;

/**
 * What a reader found in a model file.
 *
 * @param model the model; present if and only if there is no error
 * @param problems errors and warnings, in the order of their positions, those of overrides last
 * @param network shapes and counts of the layers; present if the layers are readable and the input's shape is known,
 *     even when other sections have errors
 * @param outline the parts of the file that could be read, as a tree
 * @param data the data section; present if it has no errors of its own
 * @param training the training section; present if it has no errors of its own
 * @param info what the headers of the data say
 */
public record Analysis(
        Optional<Model> model,
        List<Problem> problems,
        Optional<NetworkSummary> network,
        OutlineNode outline,
        Optional<DataSection> data,
        Optional<TrainingSection> training,
        DataInfo info) {

    /** Copies the list. */
    public Analysis {
        problems = List.copyOf(problems);
    }

    /** The same with other problems; without a model if an error is among them. */
    public Analysis with(List<Problem> others) {
        Analysis found = new Analysis(Optional.empty(), others, network, outline, data, training, info);
        return found.hasErrors() ? found : new Analysis(model, others, network, outline, data, training, info);
    }

    /** Whether any problem is an error. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
