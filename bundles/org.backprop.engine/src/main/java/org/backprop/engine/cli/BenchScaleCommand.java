package org.backprop.engine.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.backprop.engine.bench.BenchOptimizer;
import org.backprop.engine.bench.Contest;
import org.backprop.engine.bench.Machine;
import org.backprop.engine.bench.Report;
import org.backprop.engine.bench.ScaleBenchmark;
import org.backprop.engine.bench.Sweep;
import org.backprop.engine.kernels.Kernels;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code backprop bench scale}. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description = {
            "Time of a step of multi-layer perceptrons against the number of parameters, the batch size and the depth;",
            "exponent is that of the power law fitted through a sweep, 1 where the time grows in proportion."
        })
final class BenchScaleCommand implements Callable<Integer> {
    private static final long LEAST = 1_000_000;

    @Mixin
    private ContestOptions options;

    @Option(
            names = "--sweep",
            split = ",",
            paramLabel = "SWEEP",
            description = "What grows, of parameters, batch, depth. Default: all.")
    private List<Sweep> sweeps = List.of(Sweep.values());

    @Option(
            names = "--optimizer",
            paramLabel = "OPTIMIZER",
            description = "The optimizer, as in bench peers. Default: ${DEFAULT-VALUE}.",
            converter = WorkloadOptions.Optimizers.class,
            defaultValue = "adam")
    private BenchOptimizer optimizer;

    @Option(
            names = "--parameters",
            paramLabel = "N",
            description = "Leave larger networks out; there are some up to 100,000,000. Default: ${DEFAULT-VALUE}.")
    private long mostParameters = 10_000_000;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (mostParameters < LEAST) {
            throw new ParameterException(spec.commandLine(), "--parameters must be at least " + LEAST);
        }
        Contest contest = options.contest();
        Kernels kernels = options.open();
        Report report = options.report(() -> Machine.describe(List.of(kernels.name())), System.out);
        ScaleBenchmark benchmark = new ScaleBenchmark(kernels, optimizer, contest, report::add);
        for (Sweep sweep : sweeps) {
            benchmark.run(sweep, mostParameters);
        }
        return ExitCode.DONE;
    }
}
