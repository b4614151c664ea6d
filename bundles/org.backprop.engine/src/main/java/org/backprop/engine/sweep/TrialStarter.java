package org.backprop.engine.sweep;

import java.io.IOException;
import java.nio.file.Path;

import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.Trial;

/** Starts the trainers of trials. */
@FunctionalInterface
public interface TrialStarter {

    /**
     * Starts a process that trains a trial as {@code sweep.json} has it, and ends when its standard input does.
     *
     * @param output receives what the process prints
     */
    Process start(SweepFolder sweep, Trial trial, Path output) throws IOException;
}
