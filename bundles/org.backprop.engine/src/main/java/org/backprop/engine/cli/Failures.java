package org.backprop.engine.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

import org.backprop.engine.cluster.ClusterException;
import org.backprop.engine.data.DataException;
import org.backprop.engine.layers.IndexException;
import org.backprop.engine.run.BackendException;
import org.backprop.engine.train.DistributionException;
import org.backprop.engine.train.DivergedException;
import org.backprop.model.launch.LaunchFileException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one line on standard error and an exit code; a stack trace only with {@code -Dbackprop.trace=true}. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        commandLine.getErr().println("backprop: " + describe(failure));
        if (Boolean.getBoolean("backprop.trace")) {
            failure.printStackTrace(commandLine.getErr());
        }
        commandLine.getErr().flush();
        return exitCode(failure);
    }

    static int exitCode(Throwable failure) {
        return switch (failure) {
            case InputException e -> ExitCode.BAD_INPUT;
            case DataException e -> ExitCode.BAD_INPUT;
            case BackendException e -> ExitCode.BAD_INPUT;
            case ClusterException e -> ExitCode.BAD_INPUT;
            case IOException e -> ExitCode.BAD_INPUT;
            default -> ExitCode.FAILED;
        };
    }

    static String describe(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException e -> e.getFile() + ": no such file or folder";
            case AccessDeniedException e -> e.getFile() + ": permission denied";
            case NotDirectoryException e -> e.getFile() + ": not a folder";
            case FileAlreadyExistsException e -> e.getFile() + ": exists already";
            case InputException e -> e.getMessage();
            case DataException e -> e.getMessage();
            case BackendException e -> e.getMessage();
            case ClusterException e -> e.getMessage();
            case DistributionException e -> e.getMessage();
            case LaunchFileException e -> e.getMessage();
            case DivergedException e -> e.getMessage();
            case IndexException e -> e.getMessage();
            case IOException e -> e.getMessage();
            default ->
                "internal error: " + failure
                        + "; please report it with the output of the same command under -Dbackprop.trace=true";
        };
    }
}
