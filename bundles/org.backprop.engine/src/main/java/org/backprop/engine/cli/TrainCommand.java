package org.backprop.engine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

import org.backprop.engine.cli.progress.Progress;
import org.backprop.engine.cli.progress.ProgressMode;
import org.backprop.engine.cli.progress.ProgressReporter;
import org.backprop.engine.cluster.Cluster;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.control.ControlClient;
import org.backprop.engine.layers.IndexException;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.Compute;
import org.backprop.engine.run.RunSource;
import org.backprop.engine.run.Session;
import org.backprop.engine.run.TrainingRun;
import org.backprop.engine.train.Distribution;
import org.backprop.engine.train.DistributionException;
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

    @Mixin
    private SparkOptions spark = new SparkOptions();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "With --spark: parts of a batch computed side by side. Default: one for each executor.")
    private Integer workers;

    @Option(
            names = "--average-every",
            paramLabel = "K",
            description =
                    "With --spark: local SGD, in which each worker makes K steps by itself before the parameters are"
                            + " averaged. Default: the gradients of each step are added up.")
    private Integer averageEvery;

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
        compute.prepare();
        Progress progress = mode.open(System.out, Terminal.isInteractive());
        return resume == null ? trainNew(progress) : trainOn(progress);
    }

    /** What the user typed. */
    static List<String> arguments(CommandSpec command) {
        return command.commandLine().getParent().getParseResult().originalArgs();
    }

    /** Connects to the cluster that was asked for, if any, once it is known that the training can be distributed. */
    private Optional<Cluster> connect(Model model, String title) throws InputException, ClusterException {
        requirePositive("--workers", workers);
        requirePositive("--average-every", averageEvery);
        if (spark.isOn() && !compute.backend().equals(Backends.NATIVE)) {
            throw new ParameterException(
                    spec.commandLine(), "--spark computes on processors: leave out --backend " + compute.backend());
        }
        Optional<String> obstacle = spark.isOn() ? Distribution.obstacle(model.training()) : Optional.empty();
        if (obstacle.isPresent()) {
            throw new InputException(model.name() + " cannot be trained on Spark: " + obstacle.get());
        }
        return spark.connect(title, optional(workers), true);
    }

    private void requirePositive(String option, Integer value) {
        if (value != null && value < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be at least 1");
        }
        if (value != null && !spark.isOn()) {
            throw new ParameterException(spec.commandLine(), option + " needs --spark");
        }
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private Session session(Optional<Cluster> cluster, Progress progress) {
        cluster.ifPresent(connected -> progress.message("computing on " + connected.describe()));
        Compute where =
                cluster.isPresent() ? new ClusterCompute(compute, cluster.get(), optional(averageEvery)) : compute;
        return new Session(where, data.folder(), arguments(spec), new PrintedRemarks(progress));
    }

    private int trainNew(Progress progress) throws Exception {
        Model model = ModelFiles.require(file, overrides);
        progress.message("model " + file.toAbsolutePath().normalize());
        Path base = file.toAbsolutePath().getParent();
        String title = name == null ? model.name() : name;
        Optional<Cluster> cluster = connect(model, title);
        try {
            return train(
                    session(cluster, progress)
                            .start(
                                    ModelSource.of(
                                            file.toAbsolutePath().normalize().toString(), Files.readString(file)),
                                    model,
                                    base,
                                    new Session.Destination(
                                            title, () -> RunFolder.create(runs, title), Optional.empty())),
                    progress);
        } finally {
            cluster.ifPresent(Cluster::close);
        }
    }

    private int trainOn(Progress progress) throws Exception {
        RunSource source = RunSource.read(resume, overrides);
        Optional<Cluster> cluster = connect(source.model(), source.info().name());
        try {
            return train(session(cluster, progress).resume(source), progress);
        } finally {
            cluster.ifPresent(Cluster::close);
        }
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
        } catch (IndexException | DistributionException e) {
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
