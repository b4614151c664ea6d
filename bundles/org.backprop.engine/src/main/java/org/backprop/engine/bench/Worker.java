package org.backprop.engine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Splits;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.Checkpoints;
import org.backprop.engine.run.TrainingRun;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Model;
import org.backprop.model.ModelWriter;
import org.backprop.runlog.run.Environment;
import org.backprop.runlog.run.ModelSource;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;

/** Our engine as a contestant: the other end of {@link WorkerProcess}. */
public final class Worker {
    private final WorkloadFolder folder;
    private final int normsEvery;
    private final TrainingTask task;
    private final List<NamedTensor> weights;

    /**
     * Loads the work.
     *
     * @param normsEvery 0 for no recording; else each run is recorded, with norms at every n-th step
     */
    public Worker(WorkloadFolder folder, Kernels kernels, int normsEvery) throws IOException {
        this.folder = folder;
        this.normsEvery = normsEvery;
        Model model = folder.model();
        Dataset data = folder.data();
        Dataset none = new Dataset(data.shape(), new float[0], new int[0], null, data.classes());
        Network network =
                Network.compile(model, data.shape(), kernels, model.training().batchSize());
        task = new TrainingTask(model, new Splits(data, none, none), network);
        weights = Checkpoints.readWeights(folder.weightsFile());
    }

    /** Says why there is no worker. */
    public static void decline(String reason, PrintStream out) {
        out.println(WorkerProcess.GSON.toJson(new WorkerProcess.Greeting(null, reason)));
    }

    /** Obeys lines until the input ends. */
    public void serve(BufferedReader in, PrintStream out) throws IOException, DataException {
        out.println(WorkerProcess.GSON.toJson(
                new WorkerProcess.Greeting(task.network().kernels().name(), null)));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            Measurement measurement = run(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            out.println(WorkerProcess.GSON.toJson(measurement));
        }
    }

    private Measurement run(int warmUp, int steps) throws IOException, DataException {
        task.network().load(weights);
        Trainer trainer = task.trainer();
        StepClock clock = new StepClock(trainer, warmUp, steps, normsEvery);
        if (normsEvery == 0) {
            trainer.addListener(clock);
            trainer.run();
        } else {
            record(trainer, clock);
        }
        return clock.measurement();
    }

    private void record(Trainer trainer, StepClock clock) throws IOException {
        Kernels kernels = task.network().kernels();
        Model model = task.model();
        RunInfo info = RunInfo.starting(
                model.name(),
                ModelSource.of(folder.modelFile().toString(), ""),
                ModelWriter.resolved(model),
                model.training().seed(),
                new Environment(Map.of(), Backends.NATIVE, kernels.device(), kernels.threads(), List.of("bench")),
                TrainingRun.plan(task, trainer));
        RunFolder run = RunFolder.create(folder.path().resolve("runs"), model.name());
        try (TrainingRun recorded = TrainingRun.start(task, trainer, run, info)) {
            recorded.run(clock);
        }
        Folders.delete(run.path());
    }
}
