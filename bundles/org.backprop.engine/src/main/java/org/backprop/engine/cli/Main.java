package org.backprop.engine.cli;

import java.io.IOException;

import org.backprop.model.launch.LaunchFileException;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the trainer's JVM and of the command line. */
@Command(
        name = "backprop",
        description = "Trains neural networks described by model files and reads the runs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        subcommands = {
            CheckCommand.class,
            PreviewCommand.class,
            TrainCommand.class,
            SweepCommand.class,
            TrialCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            PruneCommand.class,
            RunsCommand.class,
            ShowCommand.class,
            ProbeCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.FAILED)
public final class Main {
    private Main() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        try {
            return commandLine().execute(LaunchArguments.expand(args, System.getenv()));
        } catch (IOException | LaunchFileException e) {
            System.err.println("backprop: " + Failures.describe(e));
            return ExitCode.BAD_INPUT;
        } catch (OutOfMemoryError e) {
            System.err.println("backprop: " + OutOfMemory.describe(e));
            return ExitCode.FAILED;
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setUsageHelpAutoWidth(true);
    }
}
