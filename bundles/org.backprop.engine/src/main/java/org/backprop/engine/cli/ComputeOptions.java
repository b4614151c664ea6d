package org.backprop.engine.cli;

import java.util.Optional;

import org.backprop.engine.kernels.FastKernels;
import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.Compute;
import org.backprop.engine.run.KernelsChoice;
import org.backprop.engine.run.Remarks;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a training computes, and with how many threads. */
final class ComputeOptions implements Compute {
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

    /** Begins to make ready what {@link #open} opens, beside what this thread does meanwhile. */
    void prepare() {
        if (backend.equals(Backends.NATIVE) && kernels.choice() == KernelsChoice.NATIVE) {
            FastKernels.warmUp();
        }
    }

    @Override
    public String backend() {
        return backend;
    }

    @Override
    public Kernels open(Remarks remarks) throws BackendException {
        int processors = Runtime.getRuntime().availableProcessors();
        if (threads != null && threads < 1 || beside < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    threads != null && threads < 1 ? "--threads must be at least 1" : "--beside must be at least 0");
        }
        int share = Math.max(1, processors / (beside + 1));
        int used = Optional.ofNullable(threads).orElse(share);
        if (threads == null && share < processors) {
            remarks.tell("computing with " + share + " of " + processors + " processors, because " + beside
                    + (beside == 1 ? " other training runs" : " other trainings run") + "; --threads changes it");
        }
        return Backends.open(backend, kernels.choice(), used, remarks::warn);
    }
}
