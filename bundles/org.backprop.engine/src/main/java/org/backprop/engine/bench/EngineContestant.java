package org.backprop.engine.bench;

import java.io.IOException;
import java.util.List;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.Splits;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.network.NamedTensor;
import org.backprop.engine.network.Network;
import org.backprop.engine.run.TrainingTask;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Model;

/** Our engine as a contestant: the trainer of {@code backprop train}, without recording. */
class EngineContestant implements Contestant {
    private final TrainingTask task;
    private final List<NamedTensor> weights;

    /** A contestant that begins each run with the weights that the model's seed gives. */
    EngineContestant(Model model, Dataset data, Kernels kernels) {
        this(task(model, data, kernels));
    }

    private EngineContestant(TrainingTask task) {
        this(task, task.network().state());
    }

    /** A contestant that begins each run with these weights. */
    EngineContestant(TrainingTask task, List<NamedTensor> weights) {
        this.task = task;
        this.weights = weights;
    }

    /** A contestant with the network of another one; the two run in turn. */
    EngineContestant(EngineContestant other) {
        this(other.task, other.weights);
    }

    static TrainingTask task(Model model, Dataset data, Kernels kernels) {
        Dataset none = new Dataset(data.shape(), new float[0], new int[0], null, data.classes());
        Network network =
                Network.compile(model, data.shape(), kernels, model.training().batchSize());
        return new TrainingTask(model, new Splits(data, none, none), network);
    }

    final TrainingTask task() {
        return task;
    }

    @Override
    public final String description() {
        return task.network().kernels().name();
    }

    @Override
    public final Measurement run(int warmUp, int steps) throws IOException {
        task.network().load(weights);
        Trainer trainer = trainer();
        StepClock clock = new StepClock(trainer, warmUp, steps);
        train(trainer, clock);
        return clock.measurement();
    }

    private Trainer trainer() throws IOException {
        try {
            return task.trainer();
        } catch (DataException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Trains until the clock stops the trainer. */
    void train(Trainer trainer, StepClock clock) throws IOException {
        trainer.addListener(clock);
        trainer.run();
    }
}
