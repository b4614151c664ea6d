package org.backprop.engine.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.backprop.engine.bench.BenchNetwork;
import org.backprop.engine.bench.BenchOptimizer;
import org.backprop.engine.bench.Contest;
import org.backprop.engine.bench.Field;
import org.backprop.engine.bench.Machine;
import org.backprop.engine.bench.Peer;
import org.backprop.engine.bench.Report;
import org.backprop.engine.bench.WatchingBenchmark;
import org.backprop.engine.bench.Workload;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backprop bench watching}. */
@Command(
        name = "watching",
        mixinStandardHelpOptions = true,
        description = {
            "What recording a run as train does costs, as a percentage of a step, beside PyTorch taking the same series",
            "with item() and TensorBoard's SummaryWriter. epoch_end_ms is the time of a checkpoint and is not in the",
            "percentage."
        })
final class BenchWatchingCommand implements Callable<Integer> {
    private static final List<BenchNetwork> NETWORKS = List.of(BenchNetwork.MLP, BenchNetwork.CNN);
    private static final List<Integer> BATCHES = List.of(32, 128);

    @Mixin
    private WorkloadOptions workloads;

    @Mixin
    private ContestOptions options;

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "PEER",
            description = "Peers, of torch, torch_fused, torch_compiled. Default: ${DEFAULT-VALUE}.",
            defaultValue = "torch")
    private List<Peer> peers;

    @Option(
            names = "--python",
            paramLabel = "FILE",
            description = "The Python that has torch. Default: ${DEFAULT-VALUE}.")
    private String python = "python3";

    @Override
    public Integer call() throws Exception {
        Contest contest = options.contest();
        List<Workload> chosen = workloads.workloads(NETWORKS, BATCHES, List.of(BenchOptimizer.ADAM), options.threads());
        Field field = options.field(python);
        Report report = options.report(() -> Machine.describe(field.descriptions()), System.out);
        WatchingBenchmark benchmark = new WatchingBenchmark(field, contest, report::add);
        for (Workload workload : chosen) {
            benchmark.run(workload, peers);
        }
        return field.hasFailed() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
