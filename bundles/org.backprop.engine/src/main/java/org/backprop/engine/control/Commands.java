package org.backprop.engine.control;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.backprop.engine.train.Evaluation;
import org.backprop.engine.train.Trainer;
import org.backprop.model.Range;
import org.backprop.runlog.control.Command;
import org.backprop.runlog.run.JournalEntry;

/** What commands do to a training at rest, and to its run. */
final class Commands {

    private final Recording recording;
    private final String who = System.getProperty("user.name", "user");

    Commands(Recording recording) {
        this.recording = recording;
    }

    void flush() throws IOException {
        recording.flush();
    }

    void journal(String command, Trainer trainer) throws IOException {
        recording.journal(JournalEntry.now(who, trainer.step(), command));
    }

    private void journal(String command, Trainer trainer, double old, double value) throws IOException {
        recording.journal(new JournalEntry(
                Instant.now(),
                who,
                trainer.step(),
                command,
                Optional.of(Range.text(old)),
                Optional.of(Range.text(value))));
    }

    /**
     * Carries out a command.
     *
     * @return what it found out
     * @throws IllegalArgumentException as {@link RefusedException}
     */
    Map<String, Object> run(Command command, Trainer trainer) throws RefusedException, IOException {
        return switch (command) {
            case Command.Signal signal -> run(signal, trainer);
            case Command.Set set -> change(set, trainer);
            case Command.Prune prune -> throw new RefusedException("not possible yet: " + prune.key());
            case Command.WhatIf whatIf -> throw new RefusedException("not possible yet: " + whatIf.key());
            case Command.FreezeDropout freeze -> throw new RefusedException("not possible yet: " + freeze.key());
        };
    }

    private Map<String, Object> run(Command.Signal signal, Trainer trainer) throws RefusedException, IOException {
        return switch (signal) {
            case CHECKPOINT -> {
                recording.checkpoint();
                journal(signal.key(), trainer);
                yield Map.of("step", (double) trainer.step());
            }
            case EVALUATE -> {
                Map<String, Object> values = evaluate(trainer);
                journal(signal.key(), trainer);
                yield values;
            }
            default -> throw new RefusedException("not possible yet: " + signal.key());
        };
    }

    private Map<String, Object> evaluate(Trainer trainer) throws RefusedException, IOException {
        Evaluation evaluation = trainer.validate()
                .orElseThrow(() ->
                        new RefusedException("there is no validation set to evaluate: give data.split.validation"));
        recording.validation(trainer.step(), evaluation);
        recording.flush();
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("step", (double) trainer.step());
        evaluation.values().forEach((name, value) -> {
            if (Double.isFinite(value)) {
                found.put(name + "/validation", value);
            }
        });
        return found;
    }

    private Map<String, Object> change(Command.Set set, Trainer trainer) throws IOException {
        double old = trainer.change(set.path(), set.value());
        if (old != set.value()) {
            journal(set.path(), trainer, old, set.value());
        }
        return Map.of("step", (double) trainer.step(), "old", old, "new", set.value());
    }
}
