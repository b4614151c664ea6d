package org.backprop.engine.sweep;

import java.io.IOException;
import java.nio.file.Path;

import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.Trial;

/** Starts the trainers of trials. */
@FunctionalInterface
public interface TrialStarter {

    /**
     * Starts what trains a trial as {@code sweep.json} has it.
     *
     * @param output receives what it prints
     */
    TrialProcess start(SweepFolder sweep, Trial trial, Path output) throws IOException;
}
