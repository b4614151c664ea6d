package org.backprop.engine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.backprop.engine.cli.progress.Progress;
import org.backprop.engine.cli.progress.ProgressMode;
import org.backprop.engine.cli.progress.ProgressReporter;
import org.backprop.engine.control.ControlClient;
import org.backprop.engine.layers.IndexException;
import org.backprop.engine.run.RunSource;
import org.backprop.engine.run.Session;
import org.backprop.engine.run.TrainingRun;
import org.backprop.engine.train.DivergedException;
import org.backprop.engine.train.Outcome;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Model;
import org.backprop.runlog.control.RunAnnounced;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backprop train MODEL} and {@code backprop train --resume RUN}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a model and records the run.",
            "Ctrl+C stops after the batch under way and writes a checkpoint (exit code 130)."
        })
final class TrainCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            description = "The model file (*.nn.yaml), or a launch configuration of the IDE (*.launch).")
    private Path file;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Go on with a run from its last checkpoint, in its folder.")
    private Path resume;

    @Mixin
    private ComputeOptions compute;

    @Option(names = "--epochs", paramLabel = "N", description = "Override training.epochs.")
    private Integer epochs;

    @Option(names = "--seed", paramLabel = "S", description = "Override training.seed.")
    private Long seed;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Override a key of the model file, such as training.optimizer.adam.learning_rate=0.01. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Folder for the run's folder. Default: ${DEFAULT-VALUE}.")
    private Path runs = Path.of("runs");

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the run. Default: the model's name.")
    private String name;

    @Option(
            names = "--progress",
            paramLabel = "MODE",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private ProgressMode mode = ProgressMode.AUTO;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if ((file == null) == (resume == null)) {
            throw new ParameterException(spec.commandLine(), "name a MODEL, or a run with --resume");
        }
        if (epochs != null) {
            overrides.put("training.epochs", epochs.toString());
        }
        if (seed != null) {
            overrides.put("training.seed", seed.toString());
        }
        Progress progress = mode.open(System.out, Terminal.isInteractive());
        Session session = new Session(compute, data.folder(), arguments(spec), new PrintedRemarks(progress));
        return resume == null ? trainNew(session, progress) : trainOn(session, progress);
    }

    /** What the user typed. */
    static List<String> arguments(CommandSpec command) {
        return command.commandLine().getParent().getParseResult().originalArgs();
    }

    private int trainNew(Session session, Progress progress) throws Exception {
        Model model = ModelFiles.require(file, overrides);
        progress.message("model " + file.toAbsolutePath().normalize());
        Path base = file.toAbsolutePath().getParent();
        String title = name == null ? model.name() : name;
        return train(
                session.start(
                        ModelSource.of(file.toAbsolutePath().normalize().toString(), Files.readString(file)),
                        model,
                        base,
                        new Session.Destination(title, () -> RunFolder.create(runs, title), Optional.empty())),
                progress);
    }

    private int trainOn(Session session, Progress progress) throws Exception {
        return train(session.resume(RunSource.read(resume, overrides)), progress);
    }

    @SuppressWarnings("try") // the interrupt is only there to be closed
    static int train(Session.Prepared prepared, Progress progress) throws IOException {
        TrainingRun run = prepared.run();
        String folder = run.folder().path().toAbsolutePath().toString();
        progress.message("run " + folder);
        try (run;
                Interrupt interrupt = new Interrupt(run::stop);
                ControlClient control =
                        ControlClient.connect(System.getenv(), run.control()).orElse(null)) {
            if (control != null) {
                control.announce(new RunAnnounced(folder));
                run.control().onState(control::announce);
            }
            return watch(prepared, progress);
        }
    }

    private static int watch(Session.Prepared prepared, Progress progress) {
        TrainingRun run = prepared.run();
        Trainer trainer = prepared.trainer();
        ProgressReporter reporter = new ProgressReporter(
                progress, prepared.task().model().training().epochs(), trainer.stepsPerEpoch(), trainer.step());
        try {
            Outcome outcome = run.run(reporter);
            Findings.tell(run.folder().path(), progress);
            progress.end(
                    outcome.name(),
                    outcome == Outcome.COMPLETED
                            ? run.stopReason().map(reason -> "done: " + reason).orElse("done")
                            : "stopped; go on with: backprop train --resume "
                                    + run.folder().path());
            return outcome == Outcome.COMPLETED ? ExitCode.DONE : ExitCode.STOPPED;
        } catch (DivergedException e) {
            Findings.tell(run.folder().path(), progress);
            return failed(progress, e.getMessage());
        } catch (IndexException e) {
            return failed(run, progress, e.getMessage());
        } catch (OutOfMemoryError e) {
            return failed(run, progress, OutOfMemory.describe(e, run.lastCheckpoint()));
        } catch (IOException e) {
            return failed(run, progress, LostRecord.describe(run, e));
        } catch (UncheckedIOException e) {
            return failed(run, progress, LostRecord.describe(run, e.getCause()));
        }
    }

    /** Ends a run that cannot go on; the message is in its record too, if that can still be written. */
    private static int failed(TrainingRun run, Progress progress, String message) {
        try {
            run.fail(message);
        } catch (IOException e) {
            progress.message("the end of the run could not be recorded: " + Failures.describe(e));
        }
        return failed(progress, message);
    }

    private static int failed(Progress progress, String message) {
        progress.end("FAILED", "failed");
        System.err.println("backprop: " + message);
        return ExitCode.FAILED;
    }
}
