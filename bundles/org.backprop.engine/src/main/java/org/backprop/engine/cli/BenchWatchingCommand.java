package org.backprop.engine.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.backprop.engine.bench.BenchOptimizer;
import org.backprop.engine.bench.Field;
import org.backprop.engine.bench.Machine;
import org.backprop.engine.bench.Peer;
import org.backprop.engine.bench.Report;
import org.backprop.engine.bench.WatchingBenchmark;
import org.backprop.engine.bench.Workload;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code backprop bench watching}. */
@Command(
        name = "watching",
        mixinStandardHelpOptions = true,
        description = {
            "What recording a run costs, as a percentage of a step, beside PyTorch taking the same series with item()",
            "and TensorBoard's SummaryWriter. epoch_end_ms is the time of a checkpoint and is not in the percentage."
        })
final class BenchWatchingCommand implements Callable<Integer> {
    /** The recorder takes norms at every tenth step; more of them can be asked for, not fewer. */
    private static final List<Integer> INTERVALS = List.of(10, 1);

    private static final List<Integer> BATCHES = List.of(32, 128);

    @Mixin
    private ContestOptions options;

    @Option(
            names = "--norms-every",
            split = ",",
            paramLabel = "N",
            description = "Norms at every N-th step: 10 (as train does), 1. Default: both.")
    private List<Integer> normsEvery = INTERVALS;

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "PEER",
            description = "Peers, of torch, torch_fused, torch_compiled, nd4j. Default: ${DEFAULT-VALUE}.",
            defaultValue = "torch")
    private List<Peer> peers;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!INTERVALS.containsAll(normsEvery)) {
            throw new ParameterException(spec.commandLine(), "--norms-every must be 10 or 1");
        }
        List<Workload> workloads = options.workloads(BATCHES, List.of(BenchOptimizer.ADAM));
        Field field = options.field();
        Report report = options.report(() -> Machine.describe(field.descriptions()), System.out);
        WatchingBenchmark benchmark = new WatchingBenchmark(field, options.contest(), normsEvery, report::add);
        for (Workload workload : workloads) {
            benchmark.run(workload, peers);
        }
        return field.hasFailed() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
