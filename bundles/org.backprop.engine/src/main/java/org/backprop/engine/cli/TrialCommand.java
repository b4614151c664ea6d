package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.backprop.engine.cli.progress.Progress;
import org.backprop.engine.cli.progress.ProgressMode;
import org.backprop.engine.run.Checkpoints;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.run.RunSource;
import org.backprop.model.Analysis;
import org.backprop.model.Model;
import org.backprop.model.ModelReader;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.SweptFrom;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.SweepInfo;
import org.backprop.runlog.sweep.SweepPlan;
import org.backprop.runlog.sweep.Trial;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The process of one trial of a sweep; started by {@code sweep}, not by people. It stops when its input ends. */
@Command(name = TrialCommand.NAME, hidden = true, description = "Trains one trial of a sweep.")
final class TrialCommand implements Callable<Integer> {
    static final String NAME = "trial";

    @Parameters(index = "0", paramLabel = "SWEEP")
    private Path folder;

    @Parameters(index = "1", paramLabel = "NUMBER")
    private int number;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SweepFolder sweep = new SweepFolder(folder);
        SweepInfo info = SweepInfo.read(sweep.infoFile());
        Trial trial = info.trial(number);
        Progress progress = ProgressMode.NONE.open(System.out, false);
        SweepPlan plan = info.plan();
        Session session = new Session(
                ComputeOptions.of(
                        plan.trainer().get(SweepCommand.BACKEND),
                        KernelsChoice.valueOf(plan.trainer().get(SweepCommand.KERNELS))),
                Optional.empty(),
                plan.data().map(Path::of),
                spec.commandLine(),
                progress);
        RunFolder run = new RunFolder(sweep.run(trial.run().orElseThrow()));
        Session.Prepared prepared = Files.exists(new Checkpoints(run).stateFile())
                ? session.resume(
                        RunSource.read(run.path(), Map.of("training.epochs", Integer.toString(trial.epochs()))))
                : session.start(
                        plan.model(),
                        model(plan, trial),
                        base(plan.model()),
                        new Session.Destination(
                                info.name(),
                                () -> run,
                                Optional.of(new SweptFrom(folder.getFileName().toString(), number, trial.settings()))));
        Thread.ofPlatform().daemon().name("backprop-input").start(() -> stopWithInput(prepared));
        return TrainCommand.train(prepared, progress);
    }

    private static void stopWithInput(Session.Prepared prepared) {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            System.err.println("backprop: the sweep is gone: " + e.getMessage());
        }
        prepared.run().stop();
    }

    static Path base(ModelSource model) {
        return Path.of(model.file()).toAbsolutePath().getParent();
    }

    private static Model model(SweepPlan plan, Trial trial) throws InputException {
        Analysis analysis = analyze(plan.model(), plan.overrides(), trial.settings(), trial.seed(), trial.epochs());
        return analysis.model()
                .orElseThrow(
                        () -> new InputException(analysis.problems().getFirst().format()));
    }

    /** Reads a model file as a trial with these settings. */
    static Analysis analyze(
            ModelSource source, Map<String, String> overrides, Map<String, String> settings, long seed, int epochs) {
        Map<String, String> all = new LinkedHashMap<>(overrides);
        all.keySet().removeIf(path -> path.startsWith("sweep."));
        all.putAll(settings);
        all.put("training.seed", Long.toString(seed));
        if (!settings.containsKey("training.epochs")) {
            all.put("training.epochs", Integer.toString(epochs));
        }
        return ModelReader.readTrial(source.file(), base(source), source.text(), all);
    }
}
