package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.engine.data.DataException;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainerState;
import org.backprop.model.Model;
import org.backprop.model.ModelWriter;
import org.backprop.runlog.run.CrashLog;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunLock;
import org.backprop.runlog.run.Signature;
import org.backprop.runlog.run.SweptFrom;

/** Begins and resumes recorded trainings: what the command line and {@link org.backprop.engine.Training} have in common. */
public final class Session {
    private final Compute compute;
    private final Optional<Path> data;
    private final List<String> command;
    private final Remarks remarks;

    /**
     * A session.
     *
     * @param compute where the trainings compute
     * @param data where the data paths of the models start; empty for the folders of the model files
     * @param command what {@code run.json} says about how the training was started
     * @param remarks receives what there is to say
     */
    public Session(Compute compute, Optional<Path> data, List<String> command, Remarks remarks) {
        this.compute = compute;
        this.data = data;
        this.command = List.copyOf(command);
        this.remarks = remarks;
    }

    /**
     * A run, ready to go.
     *
     * @param run the run
     * @param task its model, data and network
     * @param trainer its trainer, for the plan and the step it starts from
     */
    public record Prepared(TrainingRun run, TrainingTask task, Trainer trainer) {}

    /**
     * Where a new run is recorded.
     *
     * @param title name of the run
     * @param folder makes its folder, once its data is there
     * @param trial what it is of a sweep; empty for a training of its own
     */
    public record Destination(String title, FolderSource folder, Optional<SweptFrom> trial) {
        /** Makes a folder. */
        @FunctionalInterface
        public interface FolderSource {
            RunFolder create() throws IOException;
        }

        private RunInfo mark(RunInfo info) {
            return trial.map(info::of).orElse(info);
        }
    }

    /**
     * Loads the data, compiles the network and begins a new run.
     *
     * @param base folder of the model file
     * @throws DataException if the data or the initial weights cannot be used
     * @throws BackendException if it cannot be computed here
     */
    public Prepared start(ModelSource source, Model model, Path base, Destination destination)
            throws IOException, DataException, BackendException {
        Kernels kernels = compute.open(remarks);
        TrainingTask task = prepare(model, base, kernels);
        WeightTransfer.start(task, base);
        Trainer trainer = task.trainer();
        RunInfo info = RunInfo.starting(
                destination.title(),
                source,
                ModelWriter.resolved(model),
                model.training().seed(),
                environment(kernels),
                TrainingRun.plan(task, trainer));
        distribute(trainer, task, base);
        Signature signature = signature(task, base);
        TrainingRun run = TrainingRun.start(task, trainer, destination.folder().create(), destination.mark(info));
        signature.write(run.folder().signatureFile());
        return new Prepared(run, task, trainer);
    }

    /**
     * Takes up a run where its last checkpoint left it.
     *
     * @throws DataException if the data or the checkpoint cannot be used
     * @throws BackendException if it cannot be computed here
     */
    @SuppressWarnings("resource") // the run closes the lock when it ends
    public Prepared resume(RunSource source) throws IOException, DataException, BackendException {
        RunLock lock = RunLock.acquire(source.folder());
        try {
            return resume(source, lock);
        } catch (IOException | DataException | BackendException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Prepared resume(RunSource source, RunLock lock) throws IOException, DataException, BackendException {
        CrashLog.warning(source.info().process(), source.folder().path()).ifPresent(remarks::warn);
        Kernels kernels = compute.open(remarks);
        TrainerState state = new Checkpoints(source.folder()).load();
        TrainingTask task = prepare(source.model(), source.base(), kernels);
        Trainer trainer = task.trainer();
        try {
            trainer.restore(state);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    source.folder().path() + ": the checkpoint does not fit the network: " + e.getMessage(), e);
        }
        distribute(trainer, task, source.base());
        RunInfo info = source.info()
                .resumed(ModelWriter.resolved(source.model()), environment(kernels), TrainingRun.plan(task, trainer));
        signature(task, source.base()).write(source.folder().signatureFile());
        TrainingRun run = TrainingRun.resume(task, trainer, source.folder(), info, lock);
        return new Prepared(run, task, trainer);
    }

    private void distribute(Trainer trainer, TrainingTask task, Path base) throws BackendException {
        compute.distribution(task, data.orElse(base)).ifPresent(trainer::distribute);
    }

    private Signature signature(TrainingTask task, Path base) throws DataException {
        return Signatures.of(task, data.orElse(base));
    }

    private TrainingTask prepare(Model model, Path base, Kernels kernels) throws DataException, BackendException {
        TrainingTask task = TrainingTask.prepare(model, data.orElse(base), kernels, (done, total) -> {});
        remarks.tell(String.format(
                "%,d training samples, %,d validation, %,d test; %s; %s",
                task.splits().train().count(),
                task.splits().validation().count(),
                task.splits().test().count(),
                kernels.device(),
                task.memory()));
        task.splits().warnings().forEach(remarks::warn);
        return task;
    }

    private Environment environment(Kernels kernels) {
        return new Environment(
                Versions.all(), compute.backend(), compute.describe(kernels), kernels.threads(), command);
    }
}
