package org.backprop.engine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.backprop.engine.bench.BenchNetwork;
import org.backprop.engine.bench.BenchOptimizer;
import org.backprop.engine.bench.Workload;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** What the benchmarks of the fixed networks have in common: which of them to run. */
final class WorkloadOptions {
    private static final int MAX_BATCH = 65_536;
    private static final int MEMBERS_BATCH = 128;

    @Option(
            names = "--network",
            split = ",",
            paramLabel = "NETWORK",
            converter = Networks.class,
            description = "Networks: mlp, cnn, residual, lstm, or a small one around a type of layer or an activation"
                    + " function, such as gru or gelu. Default: the first four; for watching mlp,cnn.")
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
            converter = Optimizers.class,
            description =
                    "Optimizers: sgd, momentum, adam, or any other with its default parameters. Default: the first"
                            + " three for peers, else adam.")
    private List<BenchOptimizer> optimizers = List.of();

    @Option(
            names = "--members",
            description =
                    "Every type of layer, activation function and optimizer, each by itself: the small networks with"
                            + " sgd, the network mlp with every optimizer.")
    private boolean members;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /**
     * All combinations of what was asked for, or of the defaults; or all members of the families.
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
        if (members) {
            return members(batches.isEmpty() ? List.of(MEMBERS_BATCH) : batches, threads);
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

    private List<Workload> members(List<Integer> batches, int threads) {
        List<Workload> workloads = new ArrayList<>();
        for (int batch : batches) {
            BenchNetwork.members()
                    .forEach(network -> workloads.add(new Workload(network, BenchOptimizer.SGD, batch, threads)));
            BenchOptimizer.all()
                    .forEach(optimizer -> workloads.add(new Workload(BenchNetwork.MLP, optimizer, batch, threads)));
        }
        return workloads;
    }

    /** Finds a network by its name. */
    static final class Networks implements ITypeConverter<BenchNetwork> {
        @Override
        public BenchNetwork convert(String key) {
            return converted(BenchNetwork::of, key);
        }
    }

    /** Finds an optimizer by its name. */
    static final class Optimizers implements ITypeConverter<BenchOptimizer> {
        @Override
        public BenchOptimizer convert(String key) {
            return converted(BenchOptimizer::of, key);
        }
    }

    private static <T> T converted(Function<String, T> finder, String key) {
        try {
            return finder.apply(key);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
