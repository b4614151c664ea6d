package org.backprop.engine.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

import org.backprop.engine.bench.BenchKernels;
import org.backprop.engine.bench.Contest;
import org.backprop.engine.bench.Field;
import org.backprop.engine.bench.ProcessLauncher;
import org.backprop.engine.bench.Report;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.KernelsChoice;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the benchmarks that run contestants in turn have in common. */
final class ContestOptions {
    @Option(names = "--threads", paramLabel = "N", description = "Threads for every contestant. Default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            description = "Our kernels, of ${COMPLETION-CANDIDATES}. Default: native, where they can run.")
    private KernelsChoice kernels;

    @Option(names = "--rounds", paramLabel = "R", description = "Rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 9;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Time for each contestant in each round. Default: ${DEFAULT-VALUE}.")
    private double seconds = 0.5;

    @Option(names = "--json", description = "Print one JSON object a line, for tools.")
    private boolean json;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** Threads for every contestant, at least 1. */
    int threads() {
        require(threads >= 1, "--threads must be at least 1");
        return threads;
    }

    Contest contest() {
        require(rounds >= 1, "--rounds must be at least 1");
        require(seconds > 0 && seconds < Double.POSITIVE_INFINITY, "--seconds must be positive");
        return new Contest(rounds, seconds);
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private KernelsChoice kernels() {
        return kernels == null ? BenchKernels.preferred() : kernels;
    }

    /** A field of contestants in processes of their own. */
    Field field(String python) {
        return new Field(new ProcessLauncher(kernels(), python), message -> System.err.println("backprop: " + message));
    }

    /** Our kernels, in this process. */
    Kernels open() {
        KernelsChoice choice = kernels();
        Optional<String> obstacle = BenchKernels.obstacle(choice);
        require(obstacle.isEmpty(), "--kernels " + choice + ": " + obstacle.orElse(""));
        return BenchKernels.open(choice, threads());
    }

    Report report(Supplier<String> machine, PrintStream out) {
        return new Report(out, json, machine);
    }
}
