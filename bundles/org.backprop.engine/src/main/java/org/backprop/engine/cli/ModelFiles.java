package org.backprop.engine.cli;

import java.nio.file.Path;
import java.util.Map;

import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;

/** Reads the model file of a command. */
final class ModelFiles {
    private ModelFiles() {}

    /**
     * The model; its problems are printed to standard error.
     *
     * @throws InputException if there is an error among them
     */
    static Model require(Path file, Map<String, String> overrides) throws InputException {
        Analysis analysis = ModelReader.read(file, overrides);
        analysis.problems().stream().map(Problem::format).forEach(System.err::println);
        return analysis.model()
                .orElseThrow(() -> new InputException(file + ": the model has errors; mend them and try again"));
    }
}
