package org.backprop.engine.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.backprop.engine.bench.BenchNetwork;
import org.backprop.engine.bench.BenchOptimizer;
import org.backprop.engine.bench.Contest;
import org.backprop.engine.bench.Field;
import org.backprop.engine.bench.Machine;
import org.backprop.engine.bench.Peer;
import org.backprop.engine.bench.PeersBenchmark;
import org.backprop.engine.bench.Report;
import org.backprop.engine.bench.Workload;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backprop bench peers}. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description = {
            "Speed of our trainer divided by that of other libraries doing the same work.",
            "ratio is the median over rounds that run in turn, spread their interquartile range."
        })
final class BenchPeersCommand implements Callable<Integer> {
    private static final List<Integer> BATCHES = List.of(32, 128, 512);

    @Mixin
    private WorkloadOptions workloads;

    @Mixin
    private ContestOptions options;

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "PEER",
            description = "Peers, of torch, torch_fused, torch_compiled, dl4j, samediff (these two know mlp and cnn),"
                    + " nd4j. Default: ${DEFAULT-VALUE}.",
            defaultValue = "torch,torch_fused")
    private List<Peer> peers;

    @Option(
            names = "--python",
            paramLabel = "FILE",
            description = "The Python that has torch. Default: ${DEFAULT-VALUE}.")
    private String python = "python3";

    @Override
    public Integer call() throws Exception {
        Contest contest = options.contest();
        List<Workload> chosen =
                workloads.workloads(BenchNetwork.main(), BATCHES, BenchOptimizer.main(), options.threads());
        Field field = options.field(python);
        Report report = options.report(() -> Machine.describe(field.descriptions()), System.out);
        PeersBenchmark benchmark = new PeersBenchmark(field, contest, report::add);
        for (Workload workload : chosen) {
            benchmark.run(workload, peers);
        }
        return field.hasFailed() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
