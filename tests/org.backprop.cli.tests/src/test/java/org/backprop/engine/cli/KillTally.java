package org.backprop.engine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backprop.runlog.run.RunReader;

/** Counts what trainers were doing when they were killed, as far as their files say. */
final class KillTally {
    private final Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
    private final Set<Path> temporary = new HashSet<>();

    private enum Stage {
        STARTING("before it had taken up the run"),
        CHECKPOINT("in the middle of writing a checkpoint"),
        RECORD("in the middle of writing run.json"),
        EVENT("in the middle of writing an event"),
        TRAINING("anywhere else in the training");

        private final String text;

        Stage(String text) {
            this.text = text;
        }
    }

    /**
     * Counts a kill.
     *
     * @param trained whether the trainer had taken up the run
     */
    void add(Path run, boolean trained) {
        counts.merge(stage(run, trained), 1, Integer::sum);
    }

    private Stage stage(Path run, boolean trained) {
        Set<Path> ofCheckpoint = newlyTemporary(run.resolve("checkpoints"));
        Set<Path> ofRecord = newlyTemporary(run);
        temporary.addAll(ofCheckpoint);
        temporary.addAll(ofRecord);
        if (!ofCheckpoint.isEmpty()) {
            return Stage.CHECKPOINT;
        }
        if (!ofRecord.isEmpty()) {
            return Stage.RECORD;
        }
        if (!trained) {
            return Stage.STARTING;
        }
        return RunReader.read(run).problems().isEmpty() ? Stage.TRAINING : Stage.EVENT;
    }

    /** Whether a checkpoint is being written now. */
    boolean isInCheckpoint(Path run) {
        return !newlyTemporary(run.resolve("checkpoints")).isEmpty();
    }

    /** The temporary files that no earlier kill had left. */
    private Set<Path> newlyTemporary(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tmp"))
                    .filter(file -> !temporary.contains(file))
                    .collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException vanished) {
            return Set.of();
        }
    }

    @Override
    public String toString() {
        int kills = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().text)
                .collect(Collectors.joining(", ", kills + " kills: ", ""));
    }
}
