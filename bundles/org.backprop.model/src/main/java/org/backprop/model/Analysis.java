package org.backprop.model;

import java.util.List;
import java.util.Optional;

/**
 * What a reader found in a model file.
 *
 * @param model the model; present if and only if there is no error
 * @param problems errors and warnings, in the order of their positions, those of overrides last
 * @param network shapes and counts of the layers; present if the layers are readable and the input's shape is known,
 *     even when other sections have errors
 * @param outline the parts of the file that could be read, as a tree
 */
public record Analysis(
        Optional<Model> model, List<Problem> problems, Optional<NetworkSummary> network, OutlineNode outline) {

    /** Copies the list. */
    public Analysis {
        problems = List.copyOf(problems);
    }

    /** Whether any problem is an error. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
