package org.backprop.engine.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.backprop.engine.bench.BenchKernels;
import org.backprop.engine.bench.BenchNetwork;
import org.backprop.engine.bench.BenchOptimizer;
import org.backprop.engine.bench.Contest;
import org.backprop.engine.bench.Field;
import org.backprop.engine.bench.ProcessLauncher;
import org.backprop.engine.bench.Report;
import org.backprop.engine.bench.Workload;
import org.backprop.engine.run.KernelsChoice;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the benchmarks that run contestants in turn have in common. */
final class ContestOptions {
    private static final int MAX_BATCH = 65_536;

    @Option(
            names = "--network",
            split = ",",
            paramLabel = "NETWORK",
            description = "Networks, of mlp. Default: ${DEFAULT-VALUE}.",
            defaultValue = "mlp")
    private List<BenchNetwork> networks;

    @Option(
            names = "--batch",
            split = ",",
            paramLabel = "N",
            description = "Batch sizes. Default: 32,64,128,512; for watching 32,128.")
    private List<Integer> batches = List.of();

    @Option(
            names = "--optimizer",
            split = ",",
            paramLabel = "OPTIMIZER",
            description = "Optimizers, of sgd, momentum, adam. Default: all; for watching adam.")
    private List<BenchOptimizer> optimizers = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "Threads for every contestant. Default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            description = "Our kernels, of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private KernelsChoice kernels = BenchKernels.preferred();

    @Option(names = "--rounds", paramLabel = "R", description = "Rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds = 9;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Time for each contestant in each round. Default: ${DEFAULT-VALUE}.")
    private double seconds = 0.5;

    @Option(
            names = "--python",
            paramLabel = "FILE",
            description = "The Python that has torch. Default: ${DEFAULT-VALUE}.")
    private String python = "python3";

    @Option(names = "--json", description = "Print one JSON object a line, for tools.")
    private boolean json;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /**
     * All combinations asked for.
     *
     * @throws ParameterException if a number is out of its range
     */
    List<Workload> workloads(List<Integer> defaultBatches, List<BenchOptimizer> defaultOptimizers) {
        require(threads >= 1, "--threads must be at least 1");
        require(rounds >= 1, "--rounds must be at least 1");
        require(seconds > 0 && seconds < Double.POSITIVE_INFINITY, "--seconds must be positive");
        require(
                batches.stream().allMatch(batch -> batch >= 1 && batch <= MAX_BATCH),
                "--batch must be in 1 to " + MAX_BATCH);
        List<Workload> workloads = new ArrayList<>();
        for (BenchNetwork network : networks) {
            for (BenchOptimizer optimizer : optimizers.isEmpty() ? defaultOptimizers : optimizers) {
                for (int batch : batches.isEmpty() ? defaultBatches : batches) {
                    workloads.add(new Workload(network, optimizer, batch, threads));
                }
            }
        }
        return workloads;
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    Contest contest() {
        return new Contest(rounds, seconds);
    }

    Field field() {
        return new Field(new ProcessLauncher(kernels, python), message -> System.err.println("backprop: " + message));
    }

    Report report(Supplier<String> machine, PrintStream out) {
        return new Report(out, json, machine);
    }
}
