package org.backprop.runlog.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.backprop.runlog.internal.AtomicFiles;
import org.backprop.runlog.internal.Json;
import org.backprop.runlog.internal.JsonException;

/**
 * Provenance and outcome of a run, the content of {@code run.json}.
 *
 * @param name name of the run, for people
 * @param model the model file
 * @param configuration the complete configuration with all defaults filled in, of the same shape as the model file: maps,
 *     lists, strings, booleans and finite numbers; numbers that were read are {@code Long} or {@code Double}
 * @param seed seed of the training
 * @param environment backend, device, versions, command line
 * @param process the trainer
 * @param plan planned size
 * @param start when training began
 * @param end when it ended; empty while {@code RUNNING}
 * @param outcome what a trainer records: not {@code INTERRUPTED}, not {@code UNKNOWN}
 * @param message why it failed, or another remark for the user
 * @param trial what it is of a sweep; empty for a training of its own
 */
public record RunInfo(
        String name,
        ModelSource model,
        Map<String, Object> configuration,
        long seed,
        Environment environment,
        TrainerProcess process,
        Plan plan,
        Instant start,
        Optional<Instant> end,
        Outcome outcome,
        Optional<String> message,
        Optional<SweptFrom> trial) {
    /** Version of the format that this class writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    private static final long MAX_BYTES = 64 << 20;

    /** Checks that the outcome is one that a trainer records and fits the end. */
    public RunInfo {
        Objects.requireNonNull(name, "name");
        configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
        if (!outcome.isRecorded() || end.isEmpty() != (outcome == Outcome.RUNNING)) {
            throw new IllegalArgumentException("outcome " + outcome + " with end " + end);
        }
    }

    /** A training of its own. */
    public RunInfo(
            String name,
            ModelSource model,
            Map<String, Object> configuration,
            long seed,
            Environment environment,
            TrainerProcess process,
            Plan plan,
            Instant start,
            Optional<Instant> end,
            Outcome outcome,
            Optional<String> message) {
        this(
                name,
                model,
                configuration,
                seed,
                environment,
                process,
                plan,
                start,
                end,
                outcome,
                message,
                Optional.empty());
    }

    /** A run that begins now in this process. */
    public static RunInfo starting(
            String name,
            ModelSource model,
            Map<String, Object> configuration,
            long seed,
            Environment environment,
            Plan plan) {
        return new RunInfo(
                name,
                model,
                configuration,
                seed,
                environment,
                TrainerProcess.current(),
                plan,
                Instant.now(),
                Optional.empty(),
                Outcome.RUNNING,
                Optional.empty());
    }

    /** The same run as a trial of a sweep. */
    public RunInfo of(SweptFrom sweep) {
        return new RunInfo(
                name,
                model,
                configuration,
                seed,
                environment,
                process,
                plan,
                start,
                end,
                outcome,
                message,
                Optional.of(sweep));
    }

    /** The same run, ended. */
    public RunInfo ended(Outcome how, Instant when, Optional<String> why) {
        return new RunInfo(
                name,
                model,
                configuration,
                seed,
                environment,
                process,
                plan,
                start,
                Optional.of(when),
                how,
                why,
                trial);
    }

    /** The time from the start to an instant; none if the clock was set back in between. */
    public Duration until(Instant when) {
        return when.isAfter(start) ? Duration.between(start, when) : Duration.ZERO;
    }

    /** The same run, taken up again by this process. */
    public RunInfo resumed(Map<String, Object> newConfiguration, Environment now, Plan newPlan) {
        return new RunInfo(
                name,
                model,
                newConfiguration,
                seed,
                now,
                TrainerProcess.current(),
                newPlan,
                start,
                Optional.empty(),
                Outcome.RUNNING,
                Optional.empty(),
                trial);
    }

    /**
     * Writes {@code file}, replacing an old one atomically.
     *
     * @throws IllegalArgumentException if the configuration holds a number that is not finite
     */
    public void write(Path file) throws IOException {
        AtomicFiles.replace(file, Json.pretty(RunInfoJson.toMap(this)));
    }

    /**
     * Reads {@code file}.
     *
     * @throws IOException if it cannot be read, is not JSON, or a member is missing or wrong; the message names file and fault
     */
    public static RunInfo read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MAX_BYTES) {
            throw new IOException(file + ": " + size + " bytes are too many for a run.json");
        }
        try {
            return RunInfoJson.parse(new String(Files.readAllBytes(file), UTF_8));
        } catch (JsonException | IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** The {@link #configuration} as JSON text, which a reader of model files understands as well. */
    public String configurationText() {
        return Json.pretty(configuration);
    }
}
