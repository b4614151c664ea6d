package org.backprop.engine.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.Checkpoints;
import org.backprop.engine.run.TrainingRun;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Model;
import org.backprop.model.ModelWriter;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;

/** Our engine on the work in a folder, with or without recording. */
public final class Worker extends EngineContestant {
    private final WorkloadFolder folder;
    private final boolean recorded;

    /** Loads the work, which is not recorded. */
    public Worker(WorkloadFolder folder, Kernels kernels) throws IOException {
        super(task(folder.model(), folder.data(), kernels), Checkpoints.readWeights(folder.weightsFile()));
        this.folder = folder;
        recorded = false;
    }

    private Worker(Worker plain) {
        super(plain);
        folder = plain.folder;
        recorded = true;
    }

    /** The same contestant, with the same network, but recording each run as {@code train} does. */
    Worker recording() {
        return new Worker(this);
    }

    @Override
    void train(Trainer trainer, StepClock clock) throws IOException {
        if (!recorded) {
            super.train(trainer, clock);
        } else {
            record(trainer, clock);
        }
    }

    private void record(Trainer trainer, StepClock clock) throws IOException {
        Kernels kernels = task().network().kernels();
        Model model = task().model();
        RunInfo info = RunInfo.starting(
                model.name(),
                ModelSource.of(folder.modelFile().toString(), ""),
                ModelWriter.resolved(model),
                model.training().seed(),
                new Environment(Map.of(), Backends.NATIVE, kernels.device(), kernels.threads(), List.of("bench")),
                TrainingRun.plan(task(), trainer));
        RunFolder run = RunFolder.create(folder.path().resolve("runs"), model.name());
        try (TrainingRun training = TrainingRun.start(task(), trainer, run, info)) {
            training.run(clock);
        }
        Folders.delete(run.path());
    }
}
