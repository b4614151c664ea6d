package org.backprop.engine.cli;

import java.nio.file.Path;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Backends;
import org.backprop.engine.run.KernelsChoice;

import picocli.CommandLine.Option;

/** The options of commands that compute with the network of a run. */
final class RunOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data paths of the model file start. Default: its folder.")
    private Path data;

    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            description =
                    "${COMPLETION-CANDIDATES}: the fast kernels, or the portable ones. Default: ${DEFAULT-VALUE}.")
    private KernelsChoice kernels = KernelsChoice.NATIVE;

    /** Where the data paths start. */
    Path base(Path modelFolder) {
        return data == null ? modelFolder : data;
    }

    Kernels open() throws BackendException {
        return Backends.open(Backends.NATIVE, kernels, Warnings::print);
    }
}
