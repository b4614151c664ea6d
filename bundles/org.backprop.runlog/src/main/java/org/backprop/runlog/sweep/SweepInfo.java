package org.backprop.runlog.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backprop.runlog.internal.AtomicFiles;
import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;
import org.backprop.runlog.run.Outcome;
import org.backprop.runlog.run.TrainerProcess;

/**
 * A sweep and its trials, the content of {@code sweep.json}.
 *
 * @param name name of the model
 * @param plan what it was asked to do
 * @param process the process that writes it
 * @param start when it began
 * @param end when it ended; empty while {@code RUNNING}
 * @param outcome as of a run; {@code STOPPED} can be resumed
 * @param message a remark for the user
 * @param trials those that are known so far, by number from 1 on
 */
public record SweepInfo(
        String name,
        SweepPlan plan,
        TrainerProcess process,
        Instant start,
        Optional<Instant> end,
        Outcome outcome,
        Optional<String> message,
        List<Trial> trials) {
    /** Version of the format that this class writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    private static final long MAX_BYTES = 64 << 20;

    /** Copies the list. */
    public SweepInfo {
        trials = List.copyOf(trials);
        if (!outcome.isRecorded() || end.isEmpty() != (outcome == Outcome.RUNNING)) {
            throw new IllegalArgumentException("outcome " + outcome + " with end " + end);
        }
    }

    /** A sweep that begins now in this process. */
    public static SweepInfo starting(String name, SweepPlan plan) {
        return new SweepInfo(
                name,
                plan,
                TrainerProcess.current(),
                Instant.now(),
                Optional.empty(),
                Outcome.RUNNING,
                Optional.empty(),
                List.of());
    }

    /** The same sweep, taken up again by this process; trials that had not ended are interrupted. */
    public SweepInfo resumed(int parallel) {
        return resumed(parallel, plan.trainer());
    }

    /** As above, with other options of the trainer. */
    public SweepInfo resumed(int parallel, Map<String, String> trainer) {
        SweepPlan again = new SweepPlan(
                plan.model(),
                plan.overrides(),
                plan.data(),
                trainer,
                plan.search(),
                plan.paths(),
                plan.objective(),
                plan.target(),
                plan.trials(),
                parallel);
        return new SweepInfo(
                name,
                again,
                TrainerProcess.current(),
                start,
                Optional.empty(),
                Outcome.RUNNING,
                Optional.empty(),
                trials.stream().map(SweepInfo::halted).toList());
    }

    private static Trial halted(Trial trial) {
        return trial.state() == TrialState.RUNNING ? trial.in(TrialState.INTERRUPTED, Optional.empty()) : trial;
    }

    /** The same sweep, ended now. */
    public SweepInfo ended(Outcome how, Optional<String> why) {
        return ended(how, Instant.now(), why);
    }

    /** The same sweep, ended. */
    SweepInfo ended(Outcome how, Instant when, Optional<String> why) {
        return new SweepInfo(name, plan, process, start, Optional.of(when), how, why, trials);
    }

    /** The same sweep with a trial added, or replaced by its number. */
    public SweepInfo with(Trial trial) {
        List<Trial> changed = new ArrayList<>(trials);
        if (trial.number() > trials.size()) {
            changed.add(trial);
        } else {
            changed.set(trial.number() - 1, trial);
        }
        return new SweepInfo(name, plan, process, start, end, outcome, message, changed);
    }

    /** The trial with this number. */
    public Trial trial(int number) {
        return trials.get(number - 1);
    }

    /** The state: as recorded, or interrupted if its process on this machine is gone. */
    public Outcome state() {
        return outcome == Outcome.RUNNING && process.isHere() && !process.isAlive() ? Outcome.INTERRUPTED : outcome;
    }

    /** Writes {@code file}, replacing an old one atomically. */
    public void write(Path file) throws IOException {
        AtomicFiles.replace(file, Json.pretty(SweepInfoJson.toMap(this)));
    }

    /**
     * Reads {@code file}.
     *
     * @throws IOException if it cannot be read, is not JSON, or a member is missing or wrong; the message names file and fault
     */
    public static SweepInfo read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MAX_BYTES) {
            throw new IOException(file + ": " + size + " bytes are too many for a sweep.json");
        }
        try {
            return SweepInfoJson.parse(new String(Files.readAllBytes(file), UTF_8));
        } catch (JsonException | IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
