package org.backprop.engine.cli;

import org.backprop.engine.run.KernelsChoice;

import picocli.CommandLine.Option;

/** Which kernels compute. */
final class KernelsOption {
    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            description =
                    "${COMPLETION-CANDIDATES}: the fast kernels, or the portable ones. Default: ${DEFAULT-VALUE}.")
    private KernelsChoice kernels = KernelsChoice.NATIVE;

    /** An option that was not read from a command line. */
    static KernelsOption of(KernelsChoice kernels) {
        KernelsOption option = new KernelsOption();
        option.kernels = kernels;
        return option;
    }

    KernelsChoice choice() {
        return kernels;
    }
}
