package org.backprop.ui.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.backprop.core.launch.LaunchValues;
import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

/** The model of a launch configuration, read from its text alone: no data file is looked at, so it takes a moment only. */
final class ModelText {
    private ModelText() {}

    /** The model file with overrides. */
    static Analysis read(LaunchValues values, Map<String, String> overrides) throws CoreException {
        IFile file = values.model();
        String text = file.readString();
        Path location = file.getLocation().toPath();
        return ModelReader.read(location.toString(), null, text, overrides);
    }

    /** The model as the file says; empty if it cannot be read. */
    static Optional<Model> model(LaunchValues values) {
        try {
            return read(values, Map.of()).model();
        } catch (CoreException e) {
            return Optional.empty();
        }
    }

    /** Fails with the first error in the model file, whatever is overridden. */
    static void requireValid(LaunchValues values) throws CoreException {
        Analysis analysis = read(values, Map.of());
        List<Problem> errors = errors(analysis);
        if (!errors.isEmpty()) {
            Problem first = errors.getFirst();
            throw new CoreException(Status.error(NLS.bind(
                    Messages.model_hasErrors,
                    new Object[] {values.model().getName(), first.position().line(), first.message()})));
        }
    }

    /** Fails with the first problem of an override that belongs to a tab. */
    static void requireValidOverrides(LaunchValues values, Predicate<String> part) throws CoreException {
        for (Problem problem : errors(read(values, values.overrides()))) {
            Optional<String> path = OverrideProblems.path(problem).filter(part);
            if (path.isPresent()) {
                throw new CoreException(
                        Status.error(NLS.bind(Messages.override_problem, path.get(), problem.message())));
            }
        }
    }

    private static List<Problem> errors(Analysis analysis) {
        return analysis.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    /** What the model is, in a sentence; empty if it cannot be read. */
    static String summary(LaunchValues values) {
        try {
            Analysis analysis = read(values, Map.of());
            return analysis.model()
                    .map(model -> NLS.bind(Messages.model_summary, new Object[] {
                        model.name(),
                        model.network().layers().size(),
                        analysis.network()
                                .map(network -> String.format("%,d", network.parameters()))
                                .orElse("?"),
                        model.training().epochs()
                    }))
                    .orElse("");
        } catch (CoreException e) {
            return "";
        }
    }
}
