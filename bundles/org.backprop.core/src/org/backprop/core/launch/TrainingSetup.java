package org.backprop.core.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

import org.backprop.core.runs.RunsFolder;
import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.variables.VariablesPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;

/**
 * What a launch configuration asks for, with variables replaced and every value checked.
 *
 * @param model the model file; exists
 * @param epochs number of epochs, at least 1, if it differs from the model file's
 * @param seed the seed, if it differs from the model file's
 * @param sweep whether the settings of the model file's sweep are compared
 * @param parallel trials side by side, at least 1, if it differs from the model file's
 * @param backend name of the backend, such as {@code native}
 * @param runs absolute path of the folder that receives the run folder
 * @param overrides dotted path in the model file to the YAML value that replaces it
 * @param vmArguments further arguments of the virtual machine
 */
public record TrainingSetup(
        IFile model,
        OptionalInt epochs,
        OptionalLong seed,
        boolean sweep,
        OptionalInt parallel,
        String backend,
        Path runs,
        SortedMap<String, String> overrides,
        List<String> vmArguments) {
    /**
     * Reads {@code configuration}. It does not read the model file; {@link #checkModel} does.
     *
     * @throws CoreException with the code of a {@link LaunchProblem}: {@code NO_MODEL}, {@code MODEL_NOT_FOUND},
     *     {@code BAD_ATTRIBUTE}; or with the status of the variable that could not be resolved
     */
    public static TrainingSetup of(ILaunchConfiguration configuration) throws CoreException {
        IFile model = model(configuration);
        return new TrainingSetup(
                model,
                count(configuration, LaunchAttributes.EPOCHS, Messages.TrainingSetup_epochs),
                seed(configuration),
                LaunchAttributes.SWEEP_TYPE.equals(configuration.getType().getIdentifier()),
                count(configuration, LaunchAttributes.PARALLEL, Messages.TrainingSetup_parallel),
                value(configuration, LaunchAttributes.BACKEND, LaunchAttributes.DEFAULT_BACKEND),
                runs(configuration, projectFolder(model)),
                overrides(configuration),
                List.of(DebugPlugin.parseArguments(value(configuration, LaunchAttributes.VM_ARGUMENTS, ""))));
    }

    /**
     * Reads the model file with the overrides.
     *
     * @throws CoreException {@link LaunchProblem#MODEL_HAS_ERRORS}, {@link LaunchProblem#NO_SWEEP}
     */
    public Model checkModel() throws CoreException {
        Analysis analysis = ModelReader.read(modelFile(), overrides);
        List<Problem> errors = analysis.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw LaunchProblem.MODEL_HAS_ERRORS.with(
                    model.getName(), errors.size(), errors.getFirst().format());
        }
        Model read = analysis.model().orElseThrow();
        if (sweep && read.sweep().isEmpty()) {
            throw LaunchProblem.NO_SWEEP.with(model.getName());
        }
        return read;
    }

    /** Returns the absolute path of the model file. */
    public Path modelFile() {
        return model.getLocation().toPath();
    }

    /** Returns the absolute path of the model file's project, the trainer's working directory. */
    public Path projectFolder() {
        return projectFolder(model);
    }

    private static Path projectFolder(IFile model) {
        return model.getProject().getLocation().toPath();
    }

    private static IFile model(ILaunchConfiguration configuration) throws CoreException {
        String path = value(configuration, LaunchAttributes.MODEL, "");
        if (path.isEmpty()) {
            throw LaunchProblem.NO_MODEL.with();
        }
        var workspacePath = IPath.fromPortableString(path);
        if (workspacePath.segmentCount() < 2) {
            throw LaunchProblem.BAD_ATTRIBUTE.with(
                    Messages.TrainingSetup_model, path, Messages.TrainingSetup_modelExpected);
        }
        IFile model = ResourcesPlugin.getWorkspace().getRoot().getFile(workspacePath);
        if (!model.isAccessible() || model.getLocation() == null) {
            throw LaunchProblem.MODEL_NOT_FOUND.with(path);
        }
        return model;
    }

    private static OptionalInt count(ILaunchConfiguration configuration, String attribute, String label)
            throws CoreException {
        String text = value(configuration, attribute, "");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int count = Integer.parseInt(text);
            if (count >= 1) {
                return OptionalInt.of(count);
            }
        } catch (NumberFormatException notAnInteger) {
            // reported below, as a value below 1 is
        }
        throw LaunchProblem.BAD_ATTRIBUTE.with(label, text, Messages.TrainingSetup_epochsExpected);
    }

    private static OptionalLong seed(ILaunchConfiguration configuration) throws CoreException {
        String text = value(configuration, LaunchAttributes.SEED, "");
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notAnInteger) {
            throw LaunchProblem.BAD_ATTRIBUTE.with(
                    Messages.TrainingSetup_seed, text, Messages.TrainingSetup_seedExpected);
        }
    }

    private static Path runs(ILaunchConfiguration configuration, Path project) throws CoreException {
        String text = value(configuration, LaunchAttributes.RUNS, RunsFolder.DEFAULT_NAME);
        try {
            return project.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            throw LaunchProblem.BAD_ATTRIBUTE.with(
                    Messages.TrainingSetup_runs, text, Messages.TrainingSetup_runsExpected);
        }
    }

    private static SortedMap<String, String> overrides(ILaunchConfiguration configuration) throws CoreException {
        var overrides = new TreeMap<String, String>();
        Map<String, String> raw = configuration.getAttribute(LaunchAttributes.OVERRIDES, Map.of());
        for (var entry : raw.entrySet()) {
            overrides.put(entry.getKey().strip(), substitute(entry.getValue()));
        }
        return overrides;
    }

    private static String value(ILaunchConfiguration configuration, String attribute, String otherwise)
            throws CoreException {
        String value = substitute(configuration.getAttribute(attribute, "")).strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static String substitute(String text) throws CoreException {
        return VariablesPlugin.getDefault().getStringVariableManager().performStringSubstitution(text);
    }
}
