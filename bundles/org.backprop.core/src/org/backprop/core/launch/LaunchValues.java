package org.backprop.core.launch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.backprop.core.backends.SparkBackend;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.variables.VariablesPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;

/**
 * The values of a launch configuration, with variables replaced. Every method throws a {@link CoreException} that names
 * the attribute if its value cannot be used; a tab of the launch dialog calls those of its own fields.
 *
 * @param configuration the configuration
 */
public record LaunchValues(ILaunchConfiguration configuration) {
    private static final Pattern HEAP = Pattern.compile("[1-9]\\d{0,8}[kKmMgG]?");

    /** Returns the model file, which exists. */
    public IFile model() throws CoreException {
        String path = text(LaunchAttributes.MODEL).orElseThrow(LaunchProblem.NO_MODEL::with);
        var workspacePath = IPath.fromPortableString(path);
        if (workspacePath.segmentCount() < 2) {
            throw unusable(Messages.TrainingSetup_model, path, Messages.TrainingSetup_modelExpected);
        }
        IFile model = ResourcesPlugin.getWorkspace().getRoot().getFile(workspacePath);
        if (!model.isAccessible() || model.getLocation() == null) {
            throw LaunchProblem.MODEL_NOT_FOUND.with(path);
        }
        return model;
    }

    /** Returns the absolute path of the model's project. */
    public Path project() throws CoreException {
        return model().getProject().getLocation().toPath();
    }

    /**
     * Returns an integer of at least 1.
     *
     * @param label name of the field, for the message
     */
    public OptionalInt count(String attribute, String label) throws CoreException {
        Optional<String> text = text(attribute);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int count = Integer.parseInt(text.get());
            if (count >= 1) {
                return OptionalInt.of(count);
            }
        } catch (NumberFormatException notAnInteger) {
            // reported below, as a value below 1 is
        }
        throw unusable(label, text.get(), Messages.TrainingSetup_epochsExpected);
    }

    /** Returns the seed. */
    public OptionalLong seed() throws CoreException {
        Optional<String> text = text(LaunchAttributes.SEED);
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.get()));
        } catch (NumberFormatException notAnInteger) {
            throw unusable(Messages.TrainingSetup_seed, text.get(), Messages.TrainingSetup_seedExpected);
        }
    }

    /**
     * Returns a path, absolute.
     *
     * @param base what a relative path starts in
     */
    public Optional<Path> path(String attribute, String label, Path base) throws CoreException {
        Optional<String> text = text(attribute);
        try {
            return text.map(path -> base.resolve(path).toAbsolutePath().normalize());
        } catch (InvalidPathException notAPath) {
            throw unusable(label, text.get(), Messages.TrainingSetup_runsExpected);
        }
    }

    /** Returns the path of a folder that exists, see {@link #path}. */
    public Optional<Path> folder(String attribute, String label, Path base) throws CoreException {
        Optional<Path> folder = path(attribute, label, base);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw unusable(label, folder.get().toString(), Messages.TrainingSetup_folderExpected);
        }
        return folder;
    }

    /** Returns the kernels, the fast ones by default. */
    public String kernels() throws CoreException {
        String kernels = text(LaunchAttributes.KERNELS).orElse(LaunchAttributes.KERNEL_CHOICES.getFirst());
        if (!LaunchAttributes.KERNEL_CHOICES.contains(kernels)) {
            throw unusable(Messages.TrainingSetup_kernels, kernels, String.join(", ", LaunchAttributes.KERNEL_CHOICES));
        }
        return kernels;
    }

    /** Returns the cluster; empty if the backend is not Spark. */
    public Optional<ClusterSetup> cluster() throws CoreException {
        if (!SparkBackend.ID.equals(text(LaunchAttributes.BACKEND).orElse(LaunchAttributes.DEFAULT_BACKEND))) {
            return Optional.empty();
        }
        Optional<String> master = text(LaunchAttributes.SPARK);
        if (master.isEmpty()) {
            throw unusable(Messages.TrainingSetup_spark, "", Messages.TrainingSetup_sparkExpected);
        }
        return Optional.of(new ClusterSetup(
                master.get(),
                count(LaunchAttributes.WORKERS, Messages.TrainingSetup_workers),
                count(LaunchAttributes.AVERAGE_EVERY, Messages.TrainingSetup_averageEvery)));
    }

    /** Returns the arguments of the virtual machine, the size of the heap first. */
    public List<String> vmArguments() throws CoreException {
        var arguments = new ArrayList<String>();
        Optional<String> heap = text(LaunchAttributes.HEAP);
        if (heap.isPresent()) {
            if (!HEAP.matcher(heap.get()).matches()) {
                throw unusable(Messages.TrainingSetup_heap, heap.get(), Messages.TrainingSetup_heapExpected);
            }
            arguments.add("-Xmx" + heap.get());
        }
        arguments.addAll(List.of(
                DebugPlugin.parseArguments(text(LaunchAttributes.VM_ARGUMENTS).orElse(""))));
        return arguments;
    }

    /** Returns dotted paths in the model file with the YAML values that replace theirs. */
    public SortedMap<String, String> overrides() throws CoreException {
        var overrides = new TreeMap<String, String>();
        Map<String, String> raw = configuration.getAttribute(LaunchAttributes.OVERRIDES, Map.of());
        for (var entry : raw.entrySet()) {
            overrides.put(entry.getKey().strip(), substitute(entry.getValue()));
        }
        return overrides;
    }

    /** Returns a text without blanks around it; empty if the attribute is absent or blank. */
    public Optional<String> text(String attribute) throws CoreException {
        return Optional.of(substitute(configuration.getAttribute(attribute, "")).strip())
                .filter(text -> !text.isEmpty());
    }

    private static CoreException unusable(String label, String value, String expected) {
        return LaunchProblem.BAD_ATTRIBUTE.with(label, value, expected);
    }

    private static String substitute(String text) throws CoreException {
        return VariablesPlugin.getDefault().getStringVariableManager().performStringSubstitution(text);
    }
}
