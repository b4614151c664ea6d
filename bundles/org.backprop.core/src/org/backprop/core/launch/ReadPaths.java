package org.backprop.core.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.backprop.model.CurriculumOrder;
import org.backprop.model.FileData;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Variation;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.eclipse.core.runtime.CoreException;

/** The files and folders that a training reads: its data, weights and an earlier run; of a sweep also what it tries in their place. */
final class ReadPaths {
    private final TrainingSetup setup;
    private final List<Path> paths = new ArrayList<>();

    private ReadPaths(TrainingSetup setup) {
        this.setup = setup;
    }

    /**
     * Returns those of a training.
     *
     * @throws CoreException if the model has errors
     * @throws IOException if the model file, or the run to be taken up again, cannot be read
     * @throws java.nio.file.InvalidPathException if one is not a path on this system
     */
    static List<Path> of(TrainingSetup setup) throws CoreException, IOException {
        var read = new ReadPaths(setup);
        if (setup.resume().isPresent()) {
            read.addResumed(setup.resume().get());
        } else {
            read.addModel();
        }
        return read.paths;
    }

    /** What the run was trained from, not its model file, is what is read again. */
    private void addResumed(Path run) throws IOException {
        Path file = new RunFolder(run).infoFile();
        RunInfo info = RunInfo.read(file);
        Path home = Path.of(info.model().file()).toAbsolutePath().getParent();
        ModelReader.read(file.toString(), null, info.configurationText(), setup.overrides())
                .model()
                .ifPresent(model -> add(model, home));
    }

    private void addModel() throws CoreException, IOException {
        Model model = setup.checkModel();
        Path home = setup.modelFile().getParent();
        add(model, home);
        if (setup.sweep() && model.sweep().isPresent()) {
            String text = Files.readString(setup.modelFile());
            for (Map.Entry<String, Variation> vary : model.sweep().get().vary().entrySet()) {
                for (String value : vary.getValue().values()) {
                    var overrides = new TreeMap<>(setup.overrides());
                    overrides.put(vary.getKey(), value);
                    ModelReader.readTrial(setup.modelFile().toString(), null, text, overrides)
                            .model()
                            .ifPresent(trial -> add(trial, home));
                }
            }
        }
    }

    private void add(Model model, Path home) {
        Path data = setup.data().orElse(home);
        if (model.data().source() instanceof FileData files && !files.isRemote()) {
            paths.add(data.resolve(files.path()));
        }
        model.network().weights().ifPresent(weights -> paths.add(home.resolve(weights)));
        if (model.training().sampleOrder() instanceof CurriculumOrder order) {
            order.run().ifPresent(run -> paths.add(data.resolve(run)));
        }
    }
}
