package org.backprop.engine.cli;

import picocli.CommandLine.Command;

/** {@code backprop bench NAME}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures speed, side by side with other libraries where they are installed.",
        subcommands = {
            BenchPeersCommand.class,
            BenchWatchingCommand.class,
            BenchRooflineCommand.class,
            BenchScaleCommand.class,
            BenchStartupCommand.class,
            BenchMinimizersCommand.class,
            BenchWorkerCommand.class
        },
        synopsisSubcommandLabel = "NAME")
final class BenchCommand {}
