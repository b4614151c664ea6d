package org.backprop.engine.sweep;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.RunFolder;
import org.backprop.runlog.run.RunInfo;
import org.backprop.runlog.run.TrainerDeath;
import org.backprop.runlog.sweep.TrialState;

/** The process of a trial under way. */
final class RunningTrial {
    private static final int DONE = 0;
    private static final int STOPPED = 130;
    private static final String PREFIX = "backprop: ";

    private final int number;
    private final Process process;
    private final Path output;
    private final Path run;
    private Optional<TrialState> wanted = Optional.empty();

    RunningTrial(int number, Process process, Path output, Path run) {
        this.number = number;
        this.process = process;
        this.output = output;
        this.run = run;
    }

    int number() {
        return number;
    }

    /** Asks the trainer to end with a checkpoint; {@code state} is that of the trial then. */
    void stop(TrialState state) throws IOException {
        if (wanted.isEmpty()) {
            wanted = Optional.of(state);
            process.getOutputStream().close();
        }
    }

    /** The state after the process has ended. */
    TrialState state() {
        int code = process.exitValue();
        if (code == DONE) {
            return wanted.filter(TrialState.SKIPPED::equals).orElse(TrialState.COMPLETED);
        }
        return wanted.orElse(code == STOPPED ? TrialState.INTERRUPTED : TrialState.FAILED);
    }

    /** Why it failed, which the record of its run says too if there is one. */
    String failure() throws IOException {
        new TrainerDeath(process.pid(), process.exitValue(), false).record(new RunFolder(run));
        Path record = new RunFolder(run).infoFile();
        Optional<String> recorded = Files.exists(record)
                ? Optional.of(RunInfo.read(record))
                        .filter(info -> info.outcome() == Outcome.FAILED)
                        .flatMap(RunInfo::message)
                : Optional.empty();
        return recorded.or(this::lastLine).orElse("the trainer ended with exit code " + process.exitValue());
    }

    private Optional<String> lastLine() {
        try {
            List<String> lines = Files.readAllLines(output).stream()
                    .filter(line -> line.startsWith(PREFIX))
                    .toList();
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(lines.getLast().substring(PREFIX.length()));
        } catch (IOException notText) {
            return Optional.empty();
        }
    }

    /** Deletes the run folder if nothing was recorded; says whether there is one still. */
    boolean keepRun() throws IOException {
        try {
            Files.deleteIfExists(run);
            return false;
        } catch (DirectoryNotEmptyException recorded) {
            return true;
        }
    }
}
