package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.backprop.engine.cli.progress.ProgressMode;
import org.backprop.engine.cli.sweep.SweepJson;
import org.backprop.engine.cli.sweep.SweepProgress;
import org.backprop.engine.cluster.Cluster;
import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.control.ControlClient;
import org.backprop.engine.control.StopOnly;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.sweep.Candidate;
import org.backprop.engine.sweep.Search;
import org.backprop.engine.sweep.SweepRun;
import org.backprop.model.Analysis;
import org.backprop.model.Catalogue;
import org.backprop.model.Metric;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.model.Problem;
import org.backprop.model.SweepSection;
import org.backprop.runlog.control.RunAnnounced;
import org.backprop.runlog.run.CrashLog;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.sweep.Goal;
import org.backprop.runlog.sweep.SweepCsv;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.SweepInfo;
import org.backprop.runlog.sweep.SweepPlan;
import org.backprop.runlog.sweep.SweepSnapshot;
import org.backprop.runlog.sweep.Target;
import org.backprop.runlog.sweep.TrialState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backprop sweep MODEL} and {@code backprop sweep --resume SWEEP}. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a model once for each setting of its sweep section, each in a process of its own, and compares them.",
            "Ctrl+C stops with checkpoints (exit code 130); --resume goes on."
        })
final class SweepCommand implements Callable<Integer> {
    static final String BACKEND = "backend";
    static final String KERNELS = "kernels";

    @Parameters(paramLabel = "MODEL", arity = "0..1", description = "The model file (*.nn.yaml).")
    private Path file;

    @Option(names = "--resume", paramLabel = "SWEEP", description = "Go on with a sweep, in its folder.")
    private Path resume;

    @Option(names = "--parallel", paramLabel = "N", description = "Override sweep.parallel: trials side by side.")
    private Integer parallel;

    @Option(names = "--trials", paramLabel = "N", description = "Override the number of settings of the search.")
    private Integer trials;

    @Option(names = "--epochs", paramLabel = "N", description = "Override training.epochs.")
    private Integer epochs;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Override a key of the model file, such as training.batch_size=32. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--backend", paramLabel = "NAME", description = "As for train. Default: ${DEFAULT-VALUE}.")
    private String backend = Backends.NATIVE;

    @Option(names = "--kernels", paramLabel = "NAME", description = "As for train. Default: ${DEFAULT-VALUE}.")
    private KernelsChoice kernels = KernelsChoice.NATIVE;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Folder for the sweep's folder and those of its runs. Default: ${DEFAULT-VALUE}.")
    private Path runs = Path.of("runs");

    @Mixin
    private SparkOptions spark = new SparkOptions();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the table to a file, too.")
    private Path csv;

    @Option(names = "--json", description = "Print one JSON object at the end, for tools.")
    private boolean json;

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
            throw new ParameterException(spec.commandLine(), "name a MODEL, or a sweep with --resume");
        }
        if (resume != null) {
            return goOn();
        }
        overrideModel();
        ModelSource source = ModelSource.of(file.toAbsolutePath().normalize().toString(), Files.readString(file));
        Model model = read(source, overrides);
        SweepSection section = section(model);
        SweepInfo info = SweepInfo.starting(model.name(), plan(source, section));
        checkSettings(source, model, section);
        return run(connect(model), SweepFolder.create(runs, model.name()), info, model);
    }

    /** Makes overrides of the other options, once the file is known to be one that can be read. */
    private void overrideModel() throws InputException {
        if (epochs != null) {
            overrides.put("training.epochs", epochs.toString());
        }
        if (parallel != null) {
            overrides.put("sweep.parallel", parallel.toString());
        }
        Model model = ModelFiles.require(file, overrides);
        if (trials != null) {
            overrides.put("sweep.search." + key(section(model)) + ".trials", trials.toString());
        }
    }

    private int goOn() throws Exception {
        SweepFolder folder = new SweepFolder(resume.toAbsolutePath().normalize());
        SweepInfo info = SweepInfo.read(folder.infoFile());
        if (info.state() == Outcome.RUNNING) {
            throw new InputException(resume + ": the sweep is under way, in process "
                    + info.process().pid());
        }
        CrashLog.warning(info.process(), folder.path()).ifPresent(Warnings::print);
        overrides = new LinkedHashMap<>(info.plan().overrides());
        Model model = read(info.plan().model(), overrides);
        int side = parallel == null ? info.plan().parallel() : parallel;
        spark.recall(info.plan().trainer());
        SweepInfo resumed = info.resumed(Math.max(1, side), trainer(info.plan().trainer()));
        return run(connect(model), folder, resumed, model);
    }

    private static Model read(ModelSource source, Map<String, String> overrides) throws InputException {
        return accept(
                ModelReader.read(source.file(), TrialCommand.base(source), source.text(), overrides), source.file());
    }

    private static Model accept(Analysis analysis, String name) throws InputException {
        if (analysis.hasErrors()) {
            analysis.problems().stream().map(Problem::format).forEach(System.err::println);
        }
        return analysis.model()
                .orElseThrow(() -> new InputException(name + ": the model has errors; mend them and try again"));
    }

    private static SweepSection section(Model model) throws InputException {
        return model.sweep()
                .orElseThrow(
                        () -> new InputException(
                                "the model has no section sweep: add one, such as sweep: {vary: {training.optimizer: [sgd, adam]}}"));
    }

    private static String key(SweepSection section) {
        return Catalogue.describe(((Record) section.search()).getClass()).key();
    }

    private SweepPlan plan(ModelSource source, SweepSection section) {
        return new SweepPlan(
                source,
                overrides,
                data.folder().map(folder -> folder.toAbsolutePath().toString()),
                trainer(Map.of(BACKEND, backend, KERNELS, kernels.name())),
                key(section),
                List.copyOf(section.vary().keySet()),
                goal(section.objective()),
                section.target().map(target -> new Target(goal(target.metric()), target.value())),
                (int) section.settings() * section.seedsPerSetting(),
                section.parallel());
    }

    /** The options of the trainer, with the present cluster. */
    private Map<String, String> trainer(Map<String, String> options) {
        Map<String, String> all = new TreeMap<>(spark.remembered());
        all.put(BACKEND, options.get(BACKEND));
        all.put(KERNELS, options.get(KERNELS));
        return all;
    }

    private static Goal goal(String metric) {
        return new Goal(metric, Metric.of(metric).moreIsBetter());
    }

    /** Reads the model file with each setting that is known already, and with the files that it names. */
    private void checkSettings(ModelSource source, Model model, SweepSection section) throws InputException {
        int all = model.training().epochs();
        long seed = model.training().seed();
        for (Candidate first : Search.of(section, all).next(settings -> Double.POSITIVE_INFINITY)) {
            accept(TrialCommand.analyze(source, overrides, first.settings(), seed, first.epochs()), source.file());
        }
    }

    private Optional<Cluster> connect(Model model) throws ClusterException {
        return spark.connect(model.name(), OptionalInt.empty(), false);
    }

    private int run(Optional<Cluster> cluster, SweepFolder folder, SweepInfo info, Model model) throws Exception {
        SweepSection section = section(model);
        List<Long> seeds = section.seeds().isEmpty() ? List.of(model.training().seed()) : section.seeds();
        SweepProgress progress = SweepProgress.of(mode, json, System.out, Terminal.isInteractive());
        cluster.ifPresent(connected -> progress.message("computing on " + connected.describe()));
        try {
            SweepRun run = new SweepRun(
                    folder,
                    info,
                    Search.of(section, model.training().epochs()),
                    seeds,
                    cluster.map(Cluster::trials)
                            .orElseGet(() -> new TrialProcesses(info.plan().parallel())),
                    progress::changed);
            return follow(run, folder, progress);
        } finally {
            cluster.ifPresent(Cluster::close);
        }
    }

    @SuppressWarnings("try") // the interrupt is only there to be closed
    private int follow(SweepRun run, SweepFolder folder, SweepProgress progress) throws Exception {
        progress.message("sweep " + folder.path().toAbsolutePath());
        try (Interrupt interrupt = new Interrupt(run::stop);
                ControlClient control = ControlClient.connect(System.getenv(), new StopOnly(run::stop))
                        .orElse(null)) {
            if (control != null) {
                control.announce(new RunAnnounced(folder.path().toAbsolutePath().toString()));
            }
            return report(run.run(), progress);
        }
    }

    private int report(SweepSnapshot sweep, SweepProgress progress) throws IOException {
        progress.end(sweep);
        if (json) {
            System.out.println(SweepJson.of(sweep));
        }
        if (csv != null) {
            Files.writeString(csv, SweepCsv.of(sweep), StandardCharsets.UTF_8);
        }
        if (sweep.outcome() == Outcome.STOPPED) {
            progress.message("stopped; go on with: backprop sweep --resume " + sweep.folder());
            return ExitCode.STOPPED;
        }
        boolean none = sweep.rows().stream().noneMatch(row -> row.state() == TrialState.COMPLETED)
                && sweep.rows().stream().anyMatch(row -> row.state() == TrialState.FAILED);
        return none ? ExitCode.FAILED : ExitCode.DONE;
    }
}
