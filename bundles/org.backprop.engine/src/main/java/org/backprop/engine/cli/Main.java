package org.backprop.engine.cli;

import java.io.IOException;
import java.util.List;

import org.backprop.model.launch.LaunchFileException;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the trainer's JVM and of the command line. */
@Command(
        name = "backprop",
        description = "Trains neural networks described by model files and reads the runs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.FAILED)
public final class Main {
    private static final List<Class<?>> COMMANDS = List.of(
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
            BenchCommand.class);

    private Main() {}

    /** Runs one command and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        try {
            String[] expanded = LaunchArguments.expand(args, System.getenv());
            return commandLine(expanded).execute(expanded);
        } catch (IOException | LaunchFileException e) {
            System.err.println("backprop: " + Failures.describe(e));
            return ExitCode.BAD_INPUT;
        } catch (OutOfMemoryError e) {
            System.err.println("backprop: " + OutOfMemory.describe(e));
            return ExitCode.FAILED;
        }
    }

    /** The command line with the command that the arguments begin with, or with all if they name none: each takes its time. */
    static CommandLine commandLine(String... args) {
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> args.length > 0
                        && command.getAnnotation(Command.class).name().equals(args[0]))
                .toList();
        CommandLine line = new CommandLine(new Main());
        if (named.isEmpty()) {
            COMMANDS.forEach(line::addSubcommand);
            line.addSubcommand(new CommandLine.HelpCommand());
        } else {
            line.addSubcommand(named.getFirst());
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setUsageHelpAutoWidth(true);
    }
}
