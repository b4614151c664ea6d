package org.backprop.core.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.Plan;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.RunWriter;
import org.backprop.runlog.run.TrainerProcess;

/** Runs that tests record as a trainer does. */
public final class Recordings {
    /** 4 epochs of 25 steps. */
    public static final Plan PLAN = new Plan(4, 25, 17);

    private static final ModelSource MODEL = ModelSource.of("xor.nn.yaml", "backprop: 1\n");
    private static final Environment ENVIRONMENT = new Environment(Map.of("java", "25"), "native", "cpu", 1, List.of());

    private Recordings() {}

    /** Begins a run of this process, which is alive. */
    public static RunWriter begin(Path runs, String model) throws IOException {
        return RunWriter.create(RunFolder.create(runs, model), info(model, TrainerProcess.current(), Instant.now()));
    }

    /** Records a run that is complete. */
    public static Path complete(Path runs, String model, Instant start) throws IOException {
        RunInfo info = info(model, TrainerProcess.current(), start);
        try (RunWriter writer = RunWriter.create(RunFolder.create(runs, model), info)) {
            writer.scalar("loss/train", 1, 0.5);
            writer.finish(Outcome.COMPLETED, Optional.empty());
            return writer.folder().path();
        }
    }

    /** Records the beginning of a run whose process has ended. */
    public static Path abandoned(Path runs, String model) throws IOException, InterruptedException {
        Process ended = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version").start();
        var process = new TrainerProcess(
                ended.pid(),
                ended.info().startInstant().orElse(Instant.now()),
                TrainerProcess.current().host());
        ended.waitFor();
        RunFolder folder = RunFolder.create(runs, model);
        info(model, process, Instant.now()).write(folder.infoFile());
        return folder.path();
    }

    private static RunInfo info(String model, TrainerProcess process, Instant start) {
        return new RunInfo(
                model,
                MODEL,
                Map.of("name", model),
                1,
                ENVIRONMENT,
                process,
                PLAN,
                start,
                Optional.empty(),
                Outcome.RUNNING,
                Optional.empty());
    }
}
