package org.backprop.engine.cli;

import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine.Option;

/** Where a model's data is. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data paths of the model file start. Default: its folder.")
    private Path data;

    /** The folder, if one was given. */
    Optional<Path> folder() {
        return Optional.ofNullable(data);
    }
}
