package org.backprop.engine.cli;

import java.nio.file.Path;

import org.backprop.engine.kernels.Kernels;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.run.Backends;

import picocli.CommandLine.Mixin;

/** The options of commands that compute with the network of a run. */
final class RunOptions {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private KernelsOption kernels = new KernelsOption();

    /** Where the data paths start. */
    Path base(Path modelFolder) {
        return data.folder().orElse(modelFolder);
    }

    Kernels open() throws BackendException {
        return Backends.open(Backends.NATIVE, kernels.choice(), Warnings::print);
    }
}
