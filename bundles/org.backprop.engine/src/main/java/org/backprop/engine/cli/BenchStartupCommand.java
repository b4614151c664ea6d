package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.backprop.engine.bench.BenchNetwork;
import org.backprop.engine.bench.Folders;
import org.backprop.engine.bench.Machine;
import org.backprop.engine.bench.Report;
import org.backprop.engine.bench.StartupBenchmark;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backprop bench startup}. */
@Command(
        name = "startup",
        mixinStandardHelpOptions = true,
        description = "Time from the start of the trainer's process to its first step, loading data included.")
final class BenchStartupCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            description = "The model file. Default: the network and data of the sample digits-mlp.")
    private Path file;

    @Option(names = "--runs", paramLabel = "N", description = "Number of processes. Default: ${DEFAULT-VALUE}.")
    private int runs = 5;

    @Option(names = "--json", description = "Print one JSON object, for tools.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs must be at least 1");
        }
        Report report = new Report(System.out, json, () -> Machine.describe(List.of()));
        StartupBenchmark benchmark = new StartupBenchmark(report::add);
        benchmark.run(file == null ? sample() : file, runs);
        return ExitCode.DONE;
    }

    private static Path sample() throws IOException {
        return Files.writeString(Folders.temporary().resolve("digits-mlp.nn.yaml"), BenchNetwork.MLP.text());
    }
}
