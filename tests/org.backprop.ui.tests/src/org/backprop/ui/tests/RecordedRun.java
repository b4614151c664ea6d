package org.backprop.ui.tests;

import java.io.IOException;
import java.nio.file.Path;
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

/** Writes run folders as the trainer does: three epochs of a hundred steps with known values. */
final class RecordedRun {
    static final int EPOCHS = 3;
    static final int STEPS_PER_EPOCH = 100;

    private RecordedRun() {}

    /** Writes a run that ended. */
    static Path write(Path runs, String name, Outcome outcome) throws IOException {
        RunWriter writer = begin(runs, name);
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            epoch(writer, epoch);
        }
        writer.finish(outcome, Optional.empty());
        return writer.folder().path();
    }

    static RunWriter begin(Path runs, String name) throws IOException {
        return begin(runs, name, Samples.MODEL);
    }

    /** Begins a run of a model with this text. */
    static RunWriter begin(Path runs, String name, String model) throws IOException {
        Environment environment = new Environment(Map.of("java", "25"), "native", "test", 1, List.of("train"));
        Plan plan = new Plan(EPOCHS, STEPS_PER_EPOCH, 1234);
        ModelSource source = ModelSource.of(name + ".nn.yaml", model);
        return RunWriter.create(
                RunFolder.create(runs, name), RunInfo.starting(name, source, Map.of(), 1, environment, plan));
    }

    /** Records the steps of an epoch, counted from 1: losses of 1/step, a validation accuracy of 0.5 + epoch/10. */
    static void epoch(RunWriter writer, int epoch) throws IOException {
        long last = (long) epoch * STEPS_PER_EPOCH;
        for (long step = last - STEPS_PER_EPOCH + 1; step <= last; step++) {
            writer.scalar("loss/train", step, 1.0 / step);
        }
        writer.scalar("loss/validation", last, 1.0 / epoch);
        writer.scalar("accuracy/validation", last, 0.5 + epoch / 10.0);
        writer.scalar("epoch", last, epoch);
        writer.flush();
    }
}
