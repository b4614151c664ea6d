package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;

import org.backprop.engine.cli.progress.Progress;
import org.backprop.engine.cli.progress.ProgressReporter;
import org.backprop.engine.data.DataException;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Checkpoints;
import org.backprop.engine.run.RunSource;
import org.backprop.engine.run.TrainingRun;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.run.WeightTransfer;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainerState;
import org.backprop.model.Model;
import org.backprop.model.ModelWriter;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunLock;
import org.backprop.runlog.run.SweptFrom;

import picocli.CommandLine;

/** Makes a {@link TrainingRun} out of what the command line says. */
final class Session {
    private final ComputeOptions compute;
    private final Optional<Path> data;
    private final CommandLine command;
    private final Progress progress;

    Session(ComputeOptions compute, Optional<Path> data, CommandLine command, Progress progress) {
        this.compute = compute;
        this.data = data;
        this.command = command;
        this.progress = progress;
    }

    /**
     * A run, ready to go.
     *
     * @param run the run
     * @param trainer its trainer, for the plan and the step it starts from
     * @param epochs planned epochs
     */
    record Prepared(TrainingRun run, Trainer trainer, int epochs) {
        ProgressReporter reporter(Progress progress) {
            return new ProgressReporter(progress, epochs, trainer.stepsPerEpoch(), trainer.step());
        }
    }

    /**
     * Where a new run is recorded.
     *
     * @param title name of the run
     * @param folder makes its folder, once its data is there
     * @param trial what it is of a sweep; empty for a training of its own
     */
    record Destination(String title, FolderSource folder, Optional<SweptFrom> trial) {
        @FunctionalInterface
        interface FolderSource {
            RunFolder create() throws IOException;
        }

        private RunInfo mark(RunInfo info) {
            return trial.map(info::of).orElse(info);
        }
    }

    Prepared start(ModelSource source, Model model, Path base, Destination destination)
            throws IOException, DataException, BackendException, InputException {
        Kernels kernels = compute.open(progress::message);
        TrainingTask task = prepare(model, base, kernels);
        if (model.network().weights().isPresent()) {
            loadWeights(
                    task,
                    model.network().mapping(),
                    base.resolve(model.network().weights().get()));
        }
        Trainer trainer = task.trainer();
        RunInfo info = RunInfo.starting(
                destination.title(),
                source,
                ModelWriter.resolved(model),
                model.training().seed(),
                environment(kernels),
                TrainingRun.plan(task, trainer));
        TrainingRun run = TrainingRun.start(task, trainer, destination.folder().create(), destination.mark(info));
        return new Prepared(run, trainer, model.training().epochs());
    }

    @SuppressWarnings("resource") // the run closes the lock when it ends
    Prepared resume(RunSource source) throws IOException, DataException, BackendException, InputException {
        RunLock lock = RunLock.acquire(source.folder());
        try {
            return resume(source, lock);
        } catch (IOException | DataException | BackendException | InputException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Prepared resume(RunSource source, RunLock lock)
            throws IOException, DataException, BackendException, InputException {
        Warnings.printCrash(source.info().process(), source.folder().path());
        Kernels kernels = compute.open(progress::message);
        TrainerState state = new Checkpoints(source.folder()).load();
        TrainingTask task = prepare(source.model(), source.base(), kernels);
        Trainer trainer = task.trainer();
        try {
            trainer.restore(state);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    source.folder().path() + ": the checkpoint does not fit the network: " + e.getMessage(), e);
        }
        RunInfo info = source.info()
                .resumed(ModelWriter.resolved(source.model()), environment(kernels), TrainingRun.plan(task, trainer));
        TrainingRun run = TrainingRun.resume(task, trainer, source.folder(), info, lock);
        return new Prepared(run, trainer, source.model().training().epochs());
    }

    private TrainingTask prepare(Model model, Path base, Kernels kernels) throws DataException, BackendException {
        TrainingTask task = TrainingTask.prepare(model, data.orElse(base), kernels, (done, total) -> {});
        progress.message(String.format(
                "%,d training samples, %,d validation, %,d test; %s; %s",
                task.splits().train().count(),
                task.splits().validation().count(),
                task.splits().test().count(),
                kernels.device(),
                task.memory()));
        task.splits().warnings().forEach(Warnings::print);
        return task;
    }

    private static void loadWeights(TrainingTask task, SequencedMap<String, String> mapping, Path weights)
            throws IOException, InputException {
        try {
            new WeightTransfer(mapping).load(Checkpoints.readWeights(weights), task.network());
        } catch (IllegalArgumentException e) {
            throw new InputException(weights + ": the weights do not fit the network: " + e.getMessage(), e);
        }
    }

    private Environment environment(Kernels kernels) {
        return new Environment(
                Versions.all(),
                compute.backend(),
                kernels.device(),
                kernels.threads(),
                command.getParent().getParseResult().originalArgs());
    }
}
