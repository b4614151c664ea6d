package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Path;

import org.backprop.engine.data.DataException;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.PredictionTask;
import org.backprop.engine.run.TrainedRun;

import picocli.CommandLine.Mixin;

/** The options of commands that compute with the network of a run. */
final class RunOptions {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private KernelsOption kernels = new KernelsOption();

    /** Reads a run, with its data and the weights of a checkpoint. */
    TrainedRun open(Path folder, String checkpoint) throws IOException, DataException, BackendException {
        return TrainedRun.open(folder, checkpoint, data.folder(), kernels.choice(), Warnings::print);
    }

    /** Reads a run to predict with, with the weights of a checkpoint; its data is only looked at if the run does not describe it. */
    PredictionTask predicting(Path folder, String checkpoint) throws IOException, DataException, BackendException {
        return PredictionTask.open(folder, checkpoint, data.folder(), kernels.choice(), Warnings::print);
    }
}
