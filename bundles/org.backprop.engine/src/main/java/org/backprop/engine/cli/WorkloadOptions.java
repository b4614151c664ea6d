package org.backprop.engine.cli;

import java.util.ArrayList;
import java.util.List;

import org.backprop.engine.bench.BenchNetwork;
import org.backprop.engine.bench.BenchOptimizer;
import org.backprop.engine.bench.Workload;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the benchmarks of the fixed networks have in common: which of them to run. */
final class WorkloadOptions {
    private static final int MAX_BATCH = 65_536;

    @Option(
            names = "--network",
            split = ",",
            paramLabel = "NETWORK",
            description = "Networks, of mlp, cnn, residual, lstm. Default: all; for watching mlp,cnn.")
    private List<BenchNetwork> networks = List.of();

    @Option(
            names = "--batch",
            split = ",",
            paramLabel = "N",
            description = "Batch sizes. Default: 32,128,512; for watching 32,128.")
    private List<Integer> batches = List.of();

    @Option(
            names = "--optimizer",
            split = ",",
            paramLabel = "OPTIMIZER",
            description = "Optimizers, of sgd, momentum, adam. Default: all for peers, else adam.")
    private List<BenchOptimizer> optimizers = List.of();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /**
     * All combinations of what was asked for, or of the defaults.
     *
     * @throws ParameterException if a batch size is out of its range
     */
    List<Workload> workloads(
            List<BenchNetwork> defaultNetworks,
            List<Integer> defaultBatches,
            List<BenchOptimizer> defaultOptimizers,
            int threads) {
        if (!batches.stream().allMatch(batch -> batch >= 1 && batch <= MAX_BATCH)) {
            throw new ParameterException(spec.commandLine(), "--batch must be in 1 to " + MAX_BATCH);
        }
        List<Workload> workloads = new ArrayList<>();
        for (BenchNetwork network : networks.isEmpty() ? defaultNetworks : networks) {
            for (BenchOptimizer optimizer : optimizers.isEmpty() ? defaultOptimizers : optimizers) {
                for (int batch : batches.isEmpty() ? defaultBatches : batches) {
                    workloads.add(new Workload(network, optimizer, batch, threads));
                }
            }
        }
        return workloads;
    }
}
