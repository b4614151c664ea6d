package org.backprop.engine.cli;

import java.util.Optional;
import java.util.function.Consumer;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.KernelsChoice;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a training computes, and with how many threads. */
final class ComputeOptions {
    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "Where to compute: native or cuda. Default: ${DEFAULT-VALUE}.")
    private String backend = Backends.NATIVE;

    @Mixin
    private KernelsOption kernels = new KernelsOption();

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute. Default: one per processor.")
    private Integer threads;

    @Option(
            names = "--beside",
            paramLabel = "N",
            description = "Leave as much to each of N other trainings as this one gets. Default: ${DEFAULT-VALUE}.")
    private int beside;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** The options of a command that has none of its own. */
    static ComputeOptions of(String backend, KernelsChoice kernels) {
        ComputeOptions options = new ComputeOptions();
        options.backend = backend;
        options.kernels = KernelsOption.of(kernels);
        return options;
    }

    KernelsChoice kernels() {
        return kernels.choice();
    }

    String backend() {
        return backend;
    }

    /**
     * Opens the backend.
     *
     * @param message receives a line if the processors are shared with other trainings
     */
    Kernels open(Consumer<String> message) throws BackendException {
        int processors = Runtime.getRuntime().availableProcessors();
        if (threads != null && threads < 1 || beside < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    threads != null && threads < 1 ? "--threads must be at least 1" : "--beside must be at least 0");
        }
        int share = Math.max(1, processors / (beside + 1));
        int used = Optional.ofNullable(threads).orElse(share);
        if (threads == null && share < processors) {
            message.accept("computing with " + share + " of " + processors + " processors, because " + beside
                    + (beside == 1 ? " other training runs" : " other trainings run") + "; --threads changes it");
        }
        return Backends.open(backend, kernels.choice(), used, Warnings::print);
    }
}
