package org.backprop.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;

import org.backprop.core.runs.RunsFolder;
import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.Severity;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
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
 * @param vmArguments arguments of the virtual machine, the size of its heap among them
 * @param data absolute path of the folder that the data paths start in, if it differs from the model file's
 * @param resume absolute path of the run that is taken up again; empty for a new one
 * @param kernels kernels of the native backend
 * @param threads threads that compute, at least 1; empty for this training's share of the processors
 * @param cluster the cluster; empty if the backend is not Spark
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
        List<String> vmArguments,
        Optional<Path> data,
        Optional<Path> resume,
        String kernels,
        OptionalInt threads,
        Optional<ClusterSetup> cluster) {
    /**
     * Reads {@code configuration}. It does not read the model file; {@link #checkModel} does.
     *
     * @throws CoreException with the code of a {@link LaunchProblem}: {@code NO_MODEL}, {@code MODEL_NOT_FOUND},
     *     {@code BAD_ATTRIBUTE}; or with the status of the variable that could not be resolved
     */
    public static TrainingSetup of(ILaunchConfiguration configuration) throws CoreException {
        var values = new LaunchValues(configuration);
        IFile model = values.model();
        Path project = projectFolder(model);
        return new TrainingSetup(
                model,
                values.count(LaunchAttributes.EPOCHS, Messages.TrainingSetup_epochs),
                values.seed(),
                LaunchAttributes.SWEEP_TYPE.equals(configuration.getType().getIdentifier()),
                values.count(LaunchAttributes.PARALLEL, Messages.TrainingSetup_parallel),
                values.text(LaunchAttributes.BACKEND).orElse(LaunchAttributes.DEFAULT_BACKEND),
                values.path(LaunchAttributes.RUNS, Messages.TrainingSetup_runs, project)
                        .orElse(project.resolve(RunsFolder.DEFAULT_NAME)),
                values.overrides(),
                values.vmArguments(),
                values.folder(LaunchAttributes.DATA, Messages.TrainingSetup_data, project),
                values.folder(LaunchAttributes.RESUME, Messages.TrainingSetup_resume, project),
                values.kernels(),
                values.count(LaunchAttributes.THREADS, Messages.TrainingSetup_threads),
                values.cluster());
    }

    /**
     * Reads the model file with the overrides, or, to take a run up again, the model as that run recorded it.
     *
     * @throws CoreException {@link LaunchProblem#MODEL_HAS_ERRORS}, {@link LaunchProblem#NO_SWEEP}
     */
    public Model checkModel() throws CoreException {
        Analysis analysis = resume.isPresent() ? recorded(resume.get()) : read();
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

    private Analysis read() throws CoreException {
        return data.isPresent()
                ? ModelReader.read(modelFile().toString(), data.get(), text(modelFile()), overrides)
                : ModelReader.read(modelFile(), overrides);
    }

    private static String text(Path file) throws CoreException {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw LaunchProblem.NOT_STARTED.because(unreadable, unreadable.getLocalizedMessage());
        }
    }

    private Analysis recorded(Path run) throws CoreException {
        try {
            ModelSource source = RunInfo.read(new RunFolder(run).infoFile()).model();
            return ModelReader.read(source.file(), null, source.text(), overrides);
        } catch (IOException unreadable) {
            throw LaunchProblem.NOT_A_RUN.because(unreadable, run, unreadable.getLocalizedMessage());
        }
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
}
