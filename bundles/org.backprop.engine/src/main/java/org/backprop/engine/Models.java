package org.backprop.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Progress;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.run.PredictionTask;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.run.WeightTransfer;
import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.Severity;

/** Reads model files for a program. */
final class Models {
    private Models() {}

    /** The model; the exception has all of its errors, a line each. */
    static Model read(Path file, Map<String, String> overrides) throws DataException {
        Analysis analysis = ModelReader.read(file, overrides);
        return analysis.model()
                .orElseThrow(() -> new DataException(analysis.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(Problem::format)
                        .collect(Collectors.joining("\n"))));
    }

    /** The network of a model file with the weights that it names. */
    static PredictionTask weighted(Path file, Optional<Path> data, Consumer<String> warning)
            throws IOException, DataException, BackendException {
        Model model = read(file, Map.of());
        if (model.network().weights().isEmpty()) {
            throw new DataException(file + ": the model names no trained weights (network.weights); train it first");
        }
        Path base = file.toAbsolutePath().getParent();
        Path start = data.orElse(base);
        TrainingTask task = TrainingTask.prepare(
                model, start, Backends.open(Backends.NATIVE, KernelsChoice.NATIVE, warning), Progress.NONE);
        WeightTransfer.start(task, base);
        return PredictionTask.of(task, start);
    }
}
