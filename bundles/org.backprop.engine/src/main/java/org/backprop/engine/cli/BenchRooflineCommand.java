package org.backprop.engine.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.backprop.engine.bench.BenchKernels;
import org.backprop.engine.bench.BenchNetwork;
import org.backprop.engine.bench.BenchOptimizer;
import org.backprop.engine.bench.Contest;
import org.backprop.engine.bench.Machine;
import org.backprop.engine.bench.MachineLimits;
import org.backprop.engine.bench.RooflineBenchmark;
import org.backprop.engine.bench.Workload;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.KernelsChoice;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code backprop bench roofline}. */
@Command(
        name = "roofline",
        mixinStandardHelpOptions = true,
        description = {
            "How far a training step is from the least time that this machine needs for it: that of its matrix",
            "products at the measured peak of sgemm (products_ms) or that of reading samples, parameters and optimizer",
            "state at the measured bandwidth (memory_ms), whichever is longer. Then the time of each kernel."
        })
final class BenchRooflineCommand implements Callable<Integer> {
    private static final List<Integer> BATCHES = List.of(32, 128, 512);

    @Mixin
    private WorkloadOptions workloads;

    @Mixin
    private ContestOptions options;

    @Override
    public Integer call() throws Exception {
        Contest contest = options.contest();
        List<Workload> chosen =
                workloads.workloads(BenchNetwork.main(), BATCHES, List.of(BenchOptimizer.ADAM), options.threads());
        Kernels kernels = options.open();
        Kernels portable = BenchKernels.open(KernelsChoice.ND4J, options.threads());
        MachineLimits machine = MachineLimits.measure(List.of(kernels, portable), options.threads(), contest.seconds());
        RooflineBenchmark benchmark = new RooflineBenchmark(kernels, machine, contest);
        Supplier<String> heading = () -> Machine.describe(List.of(kernels.name(), describe(machine)));
        for (Workload workload : chosen) {
            benchmark.run(
                    workload, options.report(heading, System.out)::add, options.report(() -> "", System.out)::addAll);
            heading = () -> "";
        }
        return ExitCode.DONE;
    }

    private static String describe(MachineLimits machine) {
        return String.format(
                Locale.ROOT, "sgemm %.0f GFLOP/s, memory %.1f GB/s", machine.flops() / 1e9, machine.bytes() / 1e9);
    }
}
