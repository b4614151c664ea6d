package org.backprop.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.backprop.engine.control.TrainingControl;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.network.Parameter;
import org.backprop.engine.train.DivergedException;
import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.Evaluator;
import org.backprop.engine.train.Outcome;
import org.backprop.engine.train.Trainer;
import org.backprop.engine.train.TrainingListener;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunLock;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunWriter;

/** One training, recorded: from the prepared task to the finished run folder. Used by one thread, except {@link #stop}. */
public final class TrainingRun implements AutoCloseable {
    private final TrainingTask task;
    private final Trainer trainer;
    private final RunWriter writer;
    private final RunLock lock;
    private final Checkpoints checkpoints;
    private final RunRecorder recorder;
    private final TrainingControl control;

    private TrainingRun(TrainingTask task, Trainer trainer, RunWriter writer, RunLock lock) {
        this.task = task;
        this.trainer = trainer;
        this.writer = writer;
        this.lock = lock;
        checkpoints = new Checkpoints(writer.folder());
        recorder = new RunRecorder(writer, trainer, checkpoints, task);
        control = new TrainingControl(new RunRecording(trainer, writer, checkpoints, recorder));
        trainer.setGate(control);
    }

    /** Begins a new run in {@code folder}. */
    public static TrainingRun start(TrainingTask task, Trainer trainer, RunFolder folder, RunInfo info)
            throws IOException {
        RunLock lock = RunLock.acquire(folder);
        TrainingRun run = new TrainingRun(task, trainer, RunWriter.create(folder, info), lock);
        DescriptionRecorder.record(run.writer, task);
        DataRecorder.record(run.writer, task.splits());
        return run;
    }

    /**
     * Goes on with a run from the state that {@code trainer} was restored to.
     *
     * @param lock of the folder, from before that state was read; closed with the run
     */
    public static TrainingRun resume(TrainingTask task, Trainer trainer, RunFolder folder, RunInfo info, RunLock lock)
            throws IOException {
        RunSnapshot before = RunReader.read(folder.path());
        RunWriter writer = RunWriter.resume(folder, info, trainer.step() + 1);
        TrainingRun run = new TrainingRun(task, trainer, writer, lock);
        run.recorder.goOn(before, trainer.step());
        return run;
    }

    /** The size of the training, for {@code run.json}. */
    public static Plan plan(TrainingTask task, Trainer trainer) {
        return new Plan(
                task.model().training().epochs(),
                trainer.stepsPerEpoch(),
                Stream.concat(task.network().parameters().stream(), task.network().frozen().stream())
                        .mapToInt(Parameter::length)
                        .sum());
    }

    /** The folder of the run. */
    public RunFolder folder() {
        return writer.folder();
    }

    /** The file of the last checkpoint; empty if none was written yet. */
    public Optional<Path> lastCheckpoint() {
        return Optional.of(checkpoints.stateFile()).filter(Files::exists);
    }

    /** Asks the training to end after the batch under way; from any thread. */
    public void stop() {
        trainer.stop();
        control.wake();
    }

    /** Takes the commands to this training. */
    public TrainingControl control() {
        return control;
    }

    /**
     * Trains, evaluates the test set when all epochs are done, and records how it ended. A checkpoint is written whatever
     * happens.
     *
     * @param listener follows the training beside the recorder
     * @throws DivergedException if the loss is no longer finite
     * @throws IOException if the run folder cannot be written; so does an UncheckedIOException say
     */
    public Outcome run(TrainingListener listener) throws IOException {
        trainer.addListener(recorder);
        trainer.addListener(listener);
        try {
            Outcome outcome = train();
            switch (outcome) {
                case COMPLETED -> {
                    if (trainer.stopReason().isPresent()) {
                        checkpoints.save(trainer);
                    } // else the recorder saved the state at the end of the last epoch
                    trainer.useResult();
                    evaluateTestSet();
                    evaluateEnsemble("validation", task.splits().validation());
                    evaluateEnsemble("test", task.splits().test());
                }
                case STOPPED -> {
                    recorder.recordCounts(trainer.step());
                    checkpoints.save(trainer);
                }
            }
            writer.finish(recorded(outcome), stopReason());
            return outcome;
        } catch (DivergedException e) {
            recorder.recordDivergence(e);
            checkpoints.save(trainer);
            writer.finish(org.backprop.runlog.run.Outcome.FAILED, Optional.of(e.getMessage()));
            throw e;
        }
    }

    private Outcome train() {
        try {
            return trainer.run();
        } finally {
            control.end(trainer);
        }
    }

    /** Why the training ended before its last epoch, if a stopping rule of the model ended it. */
    public Optional<String> stopReason() {
        return trainer.stopReason();
    }

    private void evaluateTestSet() throws IOException {
        Dataset test = task.splits().test();
        if (test.count() > 0) {
            recorder.record("test", trainer.step(), new Evaluator(task.network(), test).evaluate());
        }
    }

    private void evaluateEnsemble(String set, Dataset data) throws IOException {
        if (data.count() > 0) {
            Optional<Evaluation> evaluation = trainer.evaluateEnsemble(data);
            if (evaluation.isPresent()) {
                recorder.record(set + "_ensemble", trainer.step(), evaluation.get());
            }
        }
    }

    private static org.backprop.runlog.run.Outcome recorded(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> org.backprop.runlog.run.Outcome.COMPLETED;
            case STOPPED -> org.backprop.runlog.run.Outcome.STOPPED;
        };
    }

    /** Records a failure if the run has not ended otherwise. It has ended then, also if that cannot be written. */
    public void fail(String message) throws IOException {
        if (writer.info().outcome() == org.backprop.runlog.run.Outcome.RUNNING) {
            writer.finish(org.backprop.runlog.run.Outcome.FAILED, Optional.of(message));
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            writer.close();
        }
    }
}
