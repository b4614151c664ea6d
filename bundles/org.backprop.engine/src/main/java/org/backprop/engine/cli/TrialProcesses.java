package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.backprop.engine.bench.ThisJvm;
import org.backprop.engine.sweep.TrialProcess;
import org.backprop.engine.sweep.TrialStarter;
import org.backprop.runlog.control.ControlEnvironment;
import org.backprop.runlog.sweep.SweepFolder;
import org.backprop.runlog.sweep.Trial;

/** Starts each trial in a JVM like this one, which computes with its share of the cores. */
final class TrialProcesses implements TrialStarter {
    private final int cores;

    TrialProcesses(int parallel) {
        cores = Math.max(1, Runtime.getRuntime().availableProcessors() / parallel);
    }

    @Override
    public TrialProcess start(SweepFolder sweep, Trial trial, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ThisJvm.command(
                        List.of("-XX:ActiveProcessorCount=" + cores),
                        TrialCommand.NAME,
                        sweep.path().toAbsolutePath().toString(),
                        Integer.toString(trial.number())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeAll(List.of(ControlEnvironment.PORT, ControlEnvironment.TOKEN));
        return TrialProcess.of(builder.start());
    }
}
